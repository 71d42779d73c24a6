package org.aepsych.web.security;

import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.Optional;

/** What a request says of where it comes from, and of where the visitor thinks to be. */
public final class Visitors {
    private final WebSettings settings;

    /**
     * Prepares the reading of addresses.
     *
     * @param settings how the outside addresses the server
     */
    @Inject
    public Visitors(WebSettings settings) {
        this.settings = settings;
    }

    /**
     * Returns the address that limits count by.
     *
     * @param context the exchange
     * @return an IP address: the visitor's, also behind proxies that are trusted
     */
    public String address(Context context) {
        return context.req().getRemoteAddr();
    }

    /**
     * Returns what links begin with that are to be used elsewhere, in a mail or on a poster.
     *
     * @param context the exchange
     * @return the address of the server as the outside knows it, without a slash at its end
     */
    public String base(Context context) {
        return known().orElseGet(() -> context.scheme() + "://" + context.host());
    }

    /**
     * Returns what addresses begin with that the server itself sends browsers to: what a request says of the server's
     * name may be anybody's invention, so it does not count.
     *
     * @return the address of the server as it was set, without a slash at its end; nothing, for addresses without a
     *     host, if none was set
     */
    public String knownBase() {
        return known().orElse("");
    }

    /**
     * Tells from where the links can be opened that begin with {@link #base}.
     *
     * @param context the exchange
     * @return as far as the server's name tells; an address that was set is taken at its word
     */
    public Reach reach(Context context) {
        return known().isPresent() ? Reach.ANYWHERE : Reach.of(base(context));
    }

    private Optional<String> known() {
        return settings.baseAddress().map(address -> address.toString().replaceAll("/+$", ""));
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
