package org.aepsych.core.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.aepsych.api.AepsychException;

/**
 * Seals secrets before they are kept, and opens them again: AES-256 in Galois/counter mode (NIST SP 800-38D) with a random
 * nonce of 96 bits. What a secret is for is sealed with it, so that one cannot be put in the place of another. Texts that
 * are not sealed are from before and are taken as they are. Thread-safe.
 */
public final class SecretBox {
    private static final String PREFIX = "sealed:1:";
    private static final Pattern SEALED = Pattern.compile("sealed:1:([0-9a-f]{8}):([A-Za-z0-9_-]+)");
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SealingKeys keys;
    private final SecretSource secrets;

    /**
     * A box.
     *
     * @param keys seal and open
     * @param secrets where nonces come from
     */
    public SecretBox(SealingKeys keys, SecretSource secrets) {
        this.keys = keys;
        this.secrets = secrets;
    }

    /**
     * Tells whether a text is sealed.
     *
     * @param text as it is kept
     * @return false if it can be read by anybody
     */
    public static boolean isSealed(String text) {
        return text.startsWith(PREFIX);
    }

    /**
     * Seals a secret.
     *
     * @param purpose what it is for, such as {@code mail.password}; the same is needed to open it
     * @param secret the secret
     * @return printable text of one line, different each time
     */
    public String seal(String purpose, String secret) {
        SealingKey key = keys.first();
        byte[] nonce = secrets.draw(NONCE_BYTES);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, key, nonce, purpose).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] whole = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, whole, nonce.length, sealed.length);
            return PREFIX + key.name() + ":"
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has AES-GCM", e);
        }
    }

    /**
     * Opens a secret.
     *
     * @param purpose what it is for
     * @param text as it is kept, sealed or not
     * @return the secret
     * @throws AepsychException {@code SECRET_SEALED} if its key is not here, or the text was altered or is of another
     *     purpose
     */
    public String open(String purpose, String text) {
        if (!isSealed(text)) {
            return text;
        }
        Matcher parts = SEALED.matcher(text);
        if (!parts.matches()) {
            throw altered(purpose);
        }
        String name = parts.group(1);
        SealingKey key = keys.find(name).orElseThrow(() -> keyMissing(purpose, name));
        try {
            byte[] whole = Base64.getUrlDecoder().decode(parts.group(2));
            if (whole.length < NONCE_BYTES) {
                throw altered(purpose);
            }
            byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
            byte[] opened = cipher(Cipher.DECRYPT_MODE, key, nonce, purpose)
                    .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
            return new String(opened, StandardCharsets.UTF_8);
        } catch (AEADBadTagException | IllegalArgumentException e) {
            throw altered(purpose);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has AES-GCM", e);
        }
    }

    /**
     * Seals a text that is not sealed, or not with the first key.
     *
     * @param purpose what it is for
     * @param text as it is kept
     * @return how it should be kept; empty if it is so already
     * @throws AepsychException as {@link #open}
     */
    public Optional<String> renewed(String purpose, String text) {
        return text.startsWith(PREFIX + keys.first().name() + ":")
                ? Optional.empty()
                : Optional.of(seal(purpose, open(purpose, text)));
    }

    private AepsychException keyMissing(String purpose, String name) {
        return new AepsychException(
                SecretError.SECRET_SEALED,
                "the secret " + purpose + " was sealed with the key " + name + ", which is not in " + keys.place()
                        + "; give the server that key, in " + SealingKeys.VARIABLE
                        + " or in the file secret.key of its data folder.");
    }

    private static AepsychException altered(String purpose) {
        return new AepsychException(
                SecretError.SECRET_SEALED,
                "the sealed secret " + purpose + " has been altered, or was sealed for something else; set it anew.");
    }

    private static Cipher cipher(int mode, SealingKey key, byte[] nonce, String purpose)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key.bytes(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
