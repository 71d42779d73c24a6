package org.aepsych.web.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** The text form of certificates and keys (RFC 7468). */
final class PemText {
    private static final String BEGIN = "-----BEGIN ";
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]*PRIVATE KEY)-----([^-]*)-----END \\1-----", Pattern.DOTALL);
    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----", Pattern.DOTALL);
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");
    private static final String HOW = "; \"openssl pkcs8 -topk8 -nocrypt -in OLD -out NEW\" makes one of it";

    private PemText() {}

    /** Tells whether a file is text of this kind; if not, it may be PKCS#12. */
    static boolean isPem(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1).contains(BEGIN);
    }

    /**
     * Reads the certificates.
     *
     * @param text a file, which may hold a key, too
     * @return in the order of the file
     */
    static List<X509Certificate> certificates(String text) throws CertificateException {
        List<X509Certificate> certificates = new ArrayList<>();
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        Matcher part = CERTIFICATE.matcher(text);
        while (part.find()) {
            byte[] one = part.group().getBytes(StandardCharsets.US_ASCII);
            certificates.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(one)));
        }
        return certificates;
    }

    /**
     * Reads the private key.
     *
     * @param text a file, which may hold certificates, too
     * @param password of an encrypted key
     * @return of RSA, EC or Ed25519
     * @throws IllegalArgumentException if there is none, or it is in another form than PKCS#8
     */
    static PrivateKey privateKey(String text, char[] password) throws GeneralSecurityException, IOException {
        Matcher part = KEY.matcher(text);
        if (!part.find()) {
            throw new IllegalArgumentException("there is no PRIVATE KEY in it");
        }
        String kind = Optional.ofNullable(part.group(1)).orElse("");
        String body = Optional.ofNullable(part.group(2)).orElse("");
        return switch (kind) {
            case "PRIVATE KEY" -> key(new PKCS8EncodedKeySpec(decoded(body)));
            case "ENCRYPTED PRIVATE KEY" -> key(decrypted(decoded(body), password));
            default -> throw new IllegalArgumentException("expected a PRIVATE KEY (PKCS#8), but it is a " + kind + HOW);
        };
    }

    private static byte[] decoded(String body) {
        return Base64.getMimeDecoder().decode(body);
    }

    private static PKCS8EncodedKeySpec decrypted(byte[] encrypted, char[] password)
            throws GeneralSecurityException, IOException {
        if (password.length == 0) {
            throw new IllegalArgumentException("the key is encrypted, so [tls] password is needed");
        }
        EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(encrypted);
        // The name of the scheme is in the parameters; what getAlgName returns is only its family.
        String scheme = info.getAlgParameters().toString();
        try {
            Cipher cipher = Cipher.getInstance(scheme);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(scheme).generateSecret(new PBEKeySpec(password)),
                    info.getAlgParameters());
            return info.getKeySpec(cipher);
        } catch (InvalidKeySpecException e) {
            throw new IllegalArgumentException("[tls] password does not open the encrypted key", e);
        }
    }

    private static PrivateKey key(PKCS8EncodedKeySpec encoded) throws GeneralSecurityException {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (InvalidKeySpecException e) {
                // Of another kind; the next may be it.
            }
        }
        throw new IllegalArgumentException("the key is none of RSA, EC or Ed25519");
    }
}
