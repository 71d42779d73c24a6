package org.aepsych.web.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.core.config.server.TlsConfig;
import org.jspecify.annotations.Nullable;

/** Reads what the pages are served with: a certificate, those that vouch for it, and its private key. */
final class CertificateFile {
    /** Protects the key in memory only, where everything that could read it could read this, too. */
    static final String IN_MEMORY = "in-memory";

    private static final byte[] PROBE =
            "do the certificate and the key belong together?".getBytes(StandardCharsets.UTF_8);
    private static final Map<String, String> SIGNATURES = Map.of(
            "RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "Ed25519", "Ed25519", "Ed448", "Ed448", "EdDSA", "EdDSA");

    private CertificateFile() {}

    /** The certificate and its key. */
    record Identity(PrivateKey key, List<X509Certificate> chain) {
        /** Returns them as the server wants them. */
        KeyStore store() throws GeneralSecurityException, IOException {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, IN_MEMORY.toCharArray());
            store.setKeyEntry("server", key, IN_MEMORY.toCharArray(), chain.toArray(new Certificate[0]));
            return store;
        }

        X509Certificate certificate() {
            return chain.get(0);
        }
    }

    /**
     * Reads the files.
     *
     * @param config which
     * @return a certificate whose key is the one beside it
     * @throws AepsychException {@code CONFIG_INVALID} with the file and what is wrong with it
     */
    static Identity read(TlsConfig config) {
        Path file = config.certificate();
        byte[] bytes = bytes(file, "certificate");
        try {
            Identity identity = PemText.isPem(bytes)
                    ? pem(config, new String(bytes, StandardCharsets.US_ASCII))
                    : pkcs12(config, bytes);
            check(identity, config);
            return identity;
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw invalid("certificate", file, said(e), e);
        }
    }

    private static Identity pem(TlsConfig config, String text) throws GeneralSecurityException {
        List<X509Certificate> chain = PemText.certificates(text);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("there is no CERTIFICATE in it");
        }
        Path keyFile = config.key().orElse(config.certificate());
        String keyText = config.key().isPresent() ? new String(bytes(keyFile, "key"), StandardCharsets.US_ASCII) : text;
        try {
            return new Identity(PemText.privateKey(keyText, config.password().toCharArray()), chain);
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw invalid("key", keyFile, said(e), e);
        }
    }

    private static Identity pkcs12(TlsConfig config, byte[] bytes) throws GeneralSecurityException, IOException {
        if (config.key().isPresent()) {
            throw new IllegalArgumentException(
                    "it is not PEM, so key must not be set: a PKCS#12 file holds the key itself");
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        char[] password = config.password().toCharArray();
        try {
            store.load(new ByteArrayInputStream(bytes), password);
        } catch (IOException e) {
            throw new IOException("it is neither PEM nor a PKCS#12 file that the password opens", e);
        }
        for (String alias : Collections.list(store.aliases())) {
            Key key = store.getKey(alias, password);
            if (key instanceof PrivateKey found) {
                return new Identity(
                        found,
                        Stream.of(store.getCertificateChain(alias))
                                .map(X509Certificate.class::cast)
                                .toList());
            }
        }
        throw new IllegalArgumentException("there is no private key in it");
    }

    /** A key that signs what the certificate does not recognise would be noticed only by the first visitor. */
    private static void check(Identity identity, TlsConfig config) throws GeneralSecurityException {
        String algorithm = SIGNATURES.get(identity.key().getAlgorithm());
        if (algorithm == null) {
            throw invalid(
                    "key",
                    config.key().orElse(config.certificate()),
                    "keys are of RSA, EC or Ed25519, not of " + identity.key().getAlgorithm(),
                    null);
        }
        boolean belongs = false;
        if (identity.key()
                .getAlgorithm()
                .equals(identity.certificate().getPublicKey().getAlgorithm())) {
            Signature signer = Signature.getInstance(algorithm);
            signer.initSign(identity.key());
            signer.update(PROBE);
            byte[] signature = signer.sign();
            Signature judge = Signature.getInstance(algorithm);
            judge.initVerify(identity.certificate().getPublicKey());
            judge.update(PROBE);
            belongs = judge.verify(signature);
        }
        if (!belongs) {
            throw invalid(
                    "key",
                    config.key().orElse(config.certificate()),
                    "it is not the key of the certificate for "
                            + identity.certificate().getSubjectX500Principal().getName()
                            + "; the server's own certificate comes first in its file, then those that vouch for it",
                    null);
        }
    }

    private static byte[] bytes(Path file, String option) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            String why = Files.exists(file) ? "it cannot be read; check its permissions" : "there is no such file";
            throw invalid(option, file, why, e);
        }
    }

    private static String said(Exception e) {
        return Optional.ofNullable(e.getMessage()).orElseGet(() -> e.getClass().getSimpleName());
    }

    private static AepsychException invalid(String option, Path file, String why, @Nullable Exception cause) {
        String sentence = "[tls] " + option + " " + file + ": " + why;
        return cause == null
                ? new AepsychException(StandardError.CONFIG_INVALID, sentence)
                : new AepsychException(StandardError.CONFIG_INVALID, sentence, cause);
    }
}
