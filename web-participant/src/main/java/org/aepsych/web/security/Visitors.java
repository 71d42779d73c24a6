package org.aepsych.web.security;

import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.Optional;

/** What a request says of where it comes from. */
public final class Visitors {
    private final WebSettings settings;

    /**
     * Prepares the reading of addresses.
     *
     * @param settings whether a proxy stands in front
     */
    @Inject
    public Visitors(WebSettings settings) {
        this.settings = settings;
    }

    /**
     * Returns the address that limits count by.
     *
     * @param context the exchange
     * @return an IP address
     */
    public String address(Context context) {
        Optional<String> forwarded = Optional.ofNullable(context.header("X-Forwarded-For"))
                .map(header -> header.substring(header.lastIndexOf(',') + 1).strip())
                .filter(address -> settings.behindProxy() && !address.isEmpty());
        return forwarded.orElseGet(() -> context.req().getRemoteAddr());
    }

    /**
     * Returns what the browser says it is.
     *
     * @param context the exchange
     * @return a text, empty if it says nothing
     */
    public String userAgent(Context context) {
        return Optional.ofNullable(context.userAgent()).orElse("");
    }
}
