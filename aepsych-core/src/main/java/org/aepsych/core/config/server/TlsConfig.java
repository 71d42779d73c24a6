package org.aepsych.core.config.server;

import java.nio.file.Path;
import java.util.Optional;
import org.aepsych.api.config.ConfigSection;

/**
 * Where the certificate is that the pages are served with.
 *
 * @param certificate a PEM file with the certificate and those that vouch for it, or a PKCS#12 file
 * @param key a PEM file with the private key; empty if the certificate's file holds it
 * @param password what the key or the PKCS#12 file is encrypted with; may be empty
 */
public record TlsConfig(Path certificate, Optional<Path> key, String password) {
    /** Reads the section {@code [tls]}; empty if pages are served in the clear. Paths are seen from the data folder. */
    static Optional<TlsConfig> of(ConfigSection section, Path data) {
        String certificate = section.get(SettingsSchemas.CERTIFICATE).strip();
        String key = section.get(SettingsSchemas.KEY).strip();
        return certificate.isEmpty()
                ? Optional.empty()
                : Optional.of(new TlsConfig(
                        data.resolve(certificate),
                        key.isEmpty() ? Optional.empty() : Optional.of(data.resolve(key)),
                        section.get(SettingsSchemas.KEY_PASSWORD)));
    }

    /** Hides the password. */
    @Override
    public String toString() {
        return "TlsConfig[certificate=" + certificate + ", key=" + key + "]";
    }
}
