package org.aepsych.core.config.server;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the certificate is that the pages are served with.
 *
 * @param certificate a PEM file with the certificate and those that vouch for it, or a PKCS#12 file
 * @param key a PEM file with the private key; empty if the certificate's file holds it
 * @param password what the key or the PKCS#12 file is encrypted with; may be empty
 */
public record TlsConfig(Path certificate, Optional<Path> key, String password) {
    /** Hides the password. */
    @Override
    public String toString() {
        return "TlsConfig[certificate=" + certificate + ", key=" + key + "]";
    }
}
