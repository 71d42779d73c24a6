package org.aepsych.core.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.aepsych.core.secret.SecretSource;

/**
 * A random secret of 256 bits that its holder shows to be recognised. Only its hash is ever kept.
 *
 * @param text 43 letters, digits, dashes and underscores (base64url)
 */
public record SecretToken(String text) {
    private static final int BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** Checks the shape. */
    public SecretToken {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("a token has 43 letters, digits, dashes and underscores");
        }
    }

    /**
     * Draws a new token.
     *
     * @param secrets where its bits come from
     * @return never the same twice
     */
    public static SecretToken draw(SecretSource secrets) {
        return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(secrets.draw(BYTES)));
    }

    /**
     * Reads what somebody sent.
     *
     * @param text anything
     * @return the token, or empty if the text cannot be one
     */
    public static Optional<SecretToken> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new SecretToken(text)) : Optional.empty();
    }

    /**
     * Returns what is kept instead of the token. A fast hash suffices: 256 random bits cannot be searched.
     *
     * @return SHA-256, 64 lower-case hexadecimal digits
     */
    public String hash() {
        return digest(text);
    }

    /**
     * Returns another secret that only the holder of this one (or the server, when shown it) can compute.
     *
     * @param purpose what the derived secret is for
     * @return 64 lower-case hexadecimal digits; says nothing about this token
     */
    public String derive(String purpose) {
        return digest(purpose + ":" + text);
    }

    private static String digest(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Hides the secret: tokens do not belong in logs. */
    @Override
    public String toString() {
        return "SecretToken[…]";
    }
}
