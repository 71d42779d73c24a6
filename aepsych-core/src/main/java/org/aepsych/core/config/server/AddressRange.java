package org.aepsych.core.config.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of addresses, as {@code 10.0.0.0/8} or {@code 2001:db8::/32} says it; without a slash, one address.
 *
 * @param first its first address
 * @param bits how many bits at the front all addresses of the range share
 */
public record AddressRange(InetAddress first, int bits) {
    private static final Pattern IPV4 =
            Pattern.compile("(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})" + "(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

    /** Checks the length. */
    public AddressRange {
        int most = first.getAddress().length * Byte.SIZE;
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException("/" + bits + " is not within /0 to /" + most);
        }
    }

    /**
     * Reads a range.
     *
     * @param text an address, or an address, a slash and the number of bits
     * @return the range
     * @throws IllegalArgumentException if it is neither
     */
    public static AddressRange of(String text) {
        String trimmed = text.strip();
        int slash = trimmed.indexOf('/');
        InetAddress address = literal(slash < 0 ? trimmed : trimmed.substring(0, slash))
                .orElseThrow(() -> new IllegalArgumentException(text + " is no address such as 10.0.0.0/8"));
        return new AddressRange(
                address,
                slash < 0
                        ? address.getAddress().length * Byte.SIZE
                        : Integer.parseInt(trimmed.substring(slash + 1).strip()));
    }

    /**
     * Reads an address without asking a name server.
     *
     * @param text such as {@code 192.0.2.1} or {@code 2001:db8::1}
     * @return empty if it is not written as a number
     */
    public static Optional<InetAddress> literal(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /**
     * Tells whether one of several ranges contains an address.
     *
     * @param ranges the ranges
     * @param address the address
     * @return whether it is in one
     */
    public static boolean anyContains(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    /**
     * Tells whether an address is in the range.
     *
     * @param address of either kind; one of the other kind never is
     * @return whether it shares the first bits
     */
    public boolean contains(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        int rest = bits % Byte.SIZE;
        return Arrays.equals(mine, 0, whole, other, 0, whole)
                && (rest == 0 || ((mine[whole] ^ other[whole]) & 0xFF) >> (Byte.SIZE - rest) == 0);
    }

    @Override
    public String toString() {
        return first.getHostAddress() + "/" + bits;
    }
}
