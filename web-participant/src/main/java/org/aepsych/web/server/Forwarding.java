package org.aepsych.web.server;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aepsych.core.config.server.AddressRange;
import org.eclipse.jetty.http.HttpFields;

/**
 * What proxies say of a request that they passed on. Each proxy appends the address that it was called from, so the list
 * is read from its end: as long as an address is a proxy that we trust, the one before it counts; what stands further in
 * front may have been made up by the visitor.
 *
 * @param visitor the last address that is not one of our proxies
 * @param scheme how the visitor called the outermost proxy: {@code http} or {@code https}
 * @param host what the visitor called the server
 */
record Forwarding(Optional<InetAddress> visitor, Optional<String> scheme, Optional<String> host) {
    private static final Forwarding DIRECT = new Forwarding(Optional.empty(), Optional.empty(), Optional.empty());
    /** A parameter of RFC 7239, such as {@code for="[2001:db8::17]:4711"}. */
    private static final Pattern PARAMETER =
            Pattern.compile("\\s*([A-Za-z0-9]+)\\s*=\\s*(?:\"([^\"\\\\]*)\"|([^;,\"\\s]*))\\s*(?:;|$)");

    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9._-]{1,253}(:[0-9]{1,5})?|\\[[0-9A-Fa-f:.]+](:[0-9]{1,5})?");

    /** A proxy on the way, and what it said of who called it. */
    private record Hop(Optional<InetAddress> caller, Map<String, String> said) {}

    /**
     * Reads the headers: {@code Forwarded} (RFC 7239) if there is one, otherwise {@code X-Forwarded-For}, {@code -Proto} and
     * {@code -Host}.
     *
     * @param peer who called us
     * @param headers of the request
     * @param trusted our proxies
     * @return what counts
     */
    static Forwarding of(InetAddress peer, HttpFields headers, List<AddressRange> trusted) {
        if (!AddressRange.anyContains(trusted, peer)) {
            return DIRECT;
        }
        List<Hop> hops = headers.contains("Forwarded") ? standard(headers) : customary(headers);
        Optional<InetAddress> visitor = Optional.empty();
        Map<String, String> said = Map.of();
        for (int i = hops.size() - 1; i >= 0; i--) {
            Hop hop = hops.get(i);
            said = hop.said();
            if (hop.caller().isEmpty()) {
                break;
            }
            visitor = hop.caller();
            if (!AddressRange.anyContains(trusted, visitor.get())) {
                break;
            }
        }
        return new Forwarding(
                visitor,
                Optional.ofNullable(said.get("proto"))
                        .map(proto -> proto.toLowerCase(Locale.ROOT))
                        .filter(proto -> proto.equals("http") || proto.equals("https")),
                Optional.ofNullable(said.get("host"))
                        .filter(host -> HOST.matcher(host).matches()));
    }

    /** Tells whether nothing was said that counts. */
    boolean isDirect() {
        return equals(DIRECT);
    }

    private static List<Hop> standard(HttpFields headers) {
        List<Hop> hops = new ArrayList<>();
        for (String element : elements(headers, "Forwarded")) {
            Map<String, String> said = new HashMap<>();
            Matcher parameter = PARAMETER.matcher(element);
            while (parameter.lookingAt()) {
                String quoted = parameter.group(2);
                said.put(parameter.group(1).toLowerCase(Locale.ROOT), quoted == null ? parameter.group(3) : quoted);
                parameter.region(parameter.end(), element.length());
            }
            hops.add(new Hop(address(said.getOrDefault("for", "")), said));
        }
        return hops;
    }

    private static List<Hop> customary(HttpFields headers) {
        List<String> callers = elements(headers, "X-Forwarded-For");
        List<String> protocols = elements(headers, "X-Forwarded-Proto");
        List<String> hosts = elements(headers, "X-Forwarded-Host");
        int length = Math.max(callers.size(), Math.max(protocols.size(), hosts.size()));
        List<Hop> hops = new ArrayList<>();
        for (int i = length - 1; i >= 0; i--) {
            Map<String, String> said = new HashMap<>();
            // Many proxies name the callers of all, but only once how they were called themselves.
            fromEnd(protocols, length - 1 - i).ifPresent(proto -> said.put("proto", proto));
            fromEnd(hosts, length - 1 - i).ifPresent(host -> said.put("host", host));
            int caller = callers.size() - (length - i);
            hops.add(0, new Hop(caller < 0 ? Optional.empty() : address(callers.get(caller)), said));
        }
        return hops;
    }

    private static Optional<String> fromEnd(List<String> values, int back) {
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(Math.max(0, values.size() - 1 - back)));
    }

    private static List<String> elements(HttpFields headers, String name) {
        return headers.getValuesList(name).stream()
                .flatMap(line -> List.of(line.split(",", -1)).stream())
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .toList();
    }

    /** Reads an address with or without a port; a name or a mask, such as {@code unknown}, is none. */
    private static Optional<InetAddress> address(String text) {
        String bare = text;
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            bare = end < 0 ? "" : text.substring(1, end);
        } else if (text.indexOf(':') == text.lastIndexOf(':') && text.contains(".")) {
            bare = text.replaceFirst(":[0-9]+$", "");
        }
        return AddressRange.literal(bare);
    }
}
