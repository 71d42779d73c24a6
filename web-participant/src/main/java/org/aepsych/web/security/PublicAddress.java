package org.aepsych.web.security;

import io.javalin.http.Context;
import jakarta.inject.Inject;

/** Where this server is for people outside. */
public final class PublicAddress {
    private final WebSettings settings;

    /**
     * Takes the settings.
     *
     * @param settings may name the address
     */
    @Inject
    PublicAddress(WebSettings settings) {
        this.settings = settings;
    }

    /**
     * Returns the beginning of every address.
     *
     * @param context a request, which shows how the server was reached if no address is set
     * @return scheme and host, without slash at the end
     */
    public String of(Context context) {
        return settings.baseAddress()
                .map(address -> address.toString().replaceAll("/+$", ""))
                .orElseGet(() -> context.scheme() + "://" + context.host());
    }
}
