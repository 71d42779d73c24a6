package org.aepsych.web.security;

import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.aepsych.core.config.server.AddressRange;
import org.aepsych.core.config.server.TlsConfig;

/**
 * What the web server has to know about its surroundings.
 *
 * @param baseAddress how the outside addresses the server, if that is known; with {@code https} cookies travel only
 *     encrypted
 * @param trustedProxies proxies of ours, whose word on where a request comes from counts
 * @param tls the certificate to serve with; empty if pages are served in the clear
 * @param loginFailures failed log-ins that one address may make in a row
 * @param registrations participants who may join in a row from one address; a classroom shares one
 * @param logsRequests whether each answered request is a line of the log
 */
public record WebSettings(
        Optional<URI> baseAddress,
        List<AddressRange> trustedProxies,
        Optional<TlsConfig> tls,
        int loginFailures,
        int registrations,
        boolean logsRequests) {
    private static final int USUAL_FAILURES = 20;
    private static final int USUAL_REGISTRATIONS = 1_000;

    /** Checks the limits and copies the list. */
    public WebSettings {
        trustedProxies = List.copyOf(trustedProxies);
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
        return new WebSettings(
                Optional.empty(), List.of(), Optional.empty(), USUAL_FAILURES, USUAL_REGISTRATIONS, false);
    }

    /**
     * Returns these settings with another outside address.
     *
     * @param address how the outside addresses the server
     * @return a copy
     */
    public WebSettings at(Optional<URI> address) {
        return new WebSettings(address, trustedProxies, tls, loginFailures, registrations, logsRequests);
    }

    /**
     * Returns these settings with proxies in front.
     *
     * @param proxies those that are trusted
     * @return a copy
     */
    public WebSettings behind(List<AddressRange> proxies) {
        return new WebSettings(baseAddress, proxies, tls, loginFailures, registrations, logsRequests);
    }

    /**
     * Returns these settings with a certificate.
     *
     * @param certificate what to serve with; empty for in the clear
     * @return a copy
     */
    public WebSettings with(Optional<TlsConfig> certificate) {
        return new WebSettings(baseAddress, trustedProxies, certificate, loginFailures, registrations, logsRequests);
    }

    /**
     * Returns these settings with other limits.
     *
     * @param failures failed log-ins in a row
     * @param joining participants in a row
     * @return a copy
     */
    public WebSettings limited(int failures, int joining) {
        return new WebSettings(baseAddress, trustedProxies, tls, failures, joining, logsRequests);
    }

    /**
     * Returns these settings with requests logged or not.
     *
     * @param requests whether
     * @return a copy
     */
    public WebSettings logging(boolean requests) {
        return new WebSettings(baseAddress, trustedProxies, tls, loginFailures, registrations, requests);
    }

    /**
     * Tells whether a visitor comes over an encrypted connection, at least as far as the outermost proxy of ours.
     *
     * @param context the exchange
     * @return whether cookies must not travel otherwise
     */
    public boolean encrypted(Context context) {
        return context.req().isSecure()
                || baseAddress
                        .map(address -> "https".equals(address.getScheme()))
                        .orElse(false);
    }
}
