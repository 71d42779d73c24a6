package org.aepsych.web.adaptive;

import io.javalin.http.Context;
import io.javalin.websocket.WsContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a request says of where it comes from.
 *
 * @param host how it calls this server
 * @param origin the page that sends it, if a browser says so
 * @param forwarded whether a proxy says that it passes it on
 * @param loopback whether it comes from this machine
 */
record Knock(String host, Optional<String> origin, boolean forwarded, boolean loopback) {
    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    static Knock of(Context context) {
        return new Knock(
                Optional.ofNullable(context.host()).orElse(""),
                Optional.ofNullable(context.header("Origin")),
                context.header("X-Forwarded-For") != null || context.header("Forwarded") != null,
                isLoopback(new InetSocketAddress(context.req().getRemoteAddr(), 0).getAddress()));
    }

    static Knock of(WsContext context) {
        return new Knock(
                context.host(),
                Optional.ofNullable(context.header("Origin")),
                context.header("X-Forwarded-For") != null || context.header("Forwarded") != null,
                context.session.getRemoteSocketAddress() instanceof InetSocketAddress address
                        && isLoopback(address.getAddress()));
    }

    private static boolean isLoopback(InetAddress address) {
        return address != null && address.isLoopbackAddress();
    }

    /** A proxy comes from this machine, too, and so does a page whose name was bent to this address. */
    boolean isLocal() {
        String name = host.replaceAll(":[0-9]+$", "").toLowerCase(Locale.ROOT);
        return loopback && !forwarded && LOCAL_NAMES.contains(name);
    }

    /** Tells whether no page of another site is behind it. */
    boolean isOfSameSite() {
        return origin.map(Knock::authority)
                .map(authority -> authority.filter(host::equalsIgnoreCase).isPresent())
                .orElse(true);
    }

    private static Optional<String> authority(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
