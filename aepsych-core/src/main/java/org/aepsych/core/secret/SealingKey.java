package org.aepsych.core.secret;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** A key of 256 bits, and a short name for it that tells nothing about it. */
final class SealingKey {
    private static final int BYTES = 32;
    private static final int NAME_BYTES = 4;

    private final byte[] bytes;

    private SealingKey(byte[] bytes) {
        this.bytes = bytes;
    }

    static SealingKey draw(SecretSource secrets) {
        return new SealingKey(secrets.draw(BYTES));
    }

    /** Reads 64 hexadecimal digits; empty if the text is anything else. */
    static Optional<SealingKey> of(String text) {
        return text.matches("[0-9a-fA-F]{64}")
                ? Optional.of(new SealingKey(HexFormat.of().parseHex(text)))
                : Optional.empty();
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** Returns the key as it is written into a key file. */
    String text() {
        return HexFormat.of().formatHex(bytes);
    }

    /** Returns the first 8 hexadecimal digits of the key's SHA-256. */
    String name() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(Arrays.copyOf(hash, NAME_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** Returns the name only: keys do not belong in logs. */
    @Override
    public String toString() {
        return "SealingKey[" + name() + "]";
    }
}
