package org.aepsych.web.security;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** From where an address can be opened, as far as its host tells. */
public enum Reach {
    /** Only on the computer that the server runs on. */
    COMPUTER,
    /** Only in the network that the server is in. */
    NETWORK,
    /** Perhaps from everywhere. */
    ANYWHERE;

    private static final Pattern IP_V4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final List<String> LOCAL_DOMAINS = List.of(".local", ".lan", ".home", ".internal", ".home.arpa");
    private static final int UNIQUE_LOCAL = 0xfc;
    private static final int UNIQUE_LOCAL_BITS = 0xfe;

    /**
     * Judges an address.
     *
     * @param address such as {@code http://192.168.1.7:8080}
     * @return from where it can be opened
     */
    public static Reach of(String address) {
        String host;
        try {
            String named = URI.create(address).getHost();
            if (named == null) {
                return ANYWHERE;
            }
            host = named.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return ANYWHERE;
        }
        if (host.startsWith("[") || IP_V4.matcher(host).matches()) {
            return ofNumber(host);
        }
        if (host.equals("localhost") || host.endsWith(".localhost")) {
            return COMPUTER;
        }
        boolean local = !host.contains(".") || LOCAL_DOMAINS.stream().anyMatch(host::endsWith);
        return local ? NETWORK : ANYWHERE;
    }

    /** Nobody is asked for the address of a number. */
    private static Reach ofNumber(String host) {
        InetAddress number;
        try {
            number = InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            return ANYWHERE;
        }
        if (number.isLoopbackAddress() || number.isAnyLocalAddress()) {
            return COMPUTER;
        }
        byte[] bytes = number.getAddress();
        boolean unique = bytes.length > 4 && (bytes[0] & UNIQUE_LOCAL_BITS) == UNIQUE_LOCAL;
        return unique || number.isSiteLocalAddress() || number.isLinkLocalAddress() ? NETWORK : ANYWHERE;
    }
}
