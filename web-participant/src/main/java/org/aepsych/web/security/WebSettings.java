package org.aepsych.web.security;

import java.net.URI;
import java.util.Optional;

/**
 * What the web server has to know about its surroundings.
 *
 * @param baseAddress how the outside addresses the server, if that is known; with {@code https} cookies travel only
 *     encrypted
 * @param behindProxy whether the last entry of {@code X-Forwarded-For} names the visitor; only true if a proxy of ours
 *     writes it
 * @param loginFailures failed log-ins that one address may make in a row
 * @param registrations participants who may join in a row from one address; a classroom shares one
 */
public record WebSettings(Optional<URI> baseAddress, boolean behindProxy, int loginFailures, int registrations) {
    /** Checks the limits. */
    public WebSettings {
        if (loginFailures < 1 || registrations < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
    }

    /**
     * Returns settings for a server that the outside reaches directly and without encryption, such as on a laptop.
     *
     * @return the defaults
     */
    public static WebSettings standard() {
        return new WebSettings(Optional.empty(), false, 20, 1_000);
    }

    /**
     * Tells whether visitors come over an encrypted connection.
     *
     * @return whether cookies must not travel otherwise
     */
    public boolean encrypted() {
        return baseAddress.map(address -> "https".equals(address.getScheme())).orElse(false);
    }
}
