package org.aepsych.storage.jdbc;

import java.util.regex.Pattern;

/** The one place that makes addresses of databases fit for logs and messages: passwords in them become dots. */
final class ShownAddress {
    private static final String DOTS = "...";

    /** {@code //user:secret@host}; the last @ counts, since passwords may hold one. */
    private static final Pattern BEFORE_HOST = Pattern.compile("(//[^/?#\\s:@]*):[^/?#\\s]*@");

    /** {@code password=secret}, {@code sslpassword=secret} and the like. */
    private static final Pattern IN_QUERY = Pattern.compile("(?i)(\\w*(?:password|passwd|pwd|secret)\\w*=)[^&\\s\"']*");

    private ShownAddress() {}

    /**
     * Returns a text with passwords replaced.
     *
     * @param text an address, or what a driver says of one
     * @return the same without passwords
     */
    static String of(String text) {
        String withoutUser = BEFORE_HOST.matcher(text).replaceAll("$1:" + DOTS + "@");
        return IN_QUERY.matcher(withoutUser).replaceAll("$1" + DOTS);
    }

    /**
     * Tells whether a text holds a password.
     *
     * @param text an address
     * @return whether it is shown otherwise than it is
     */
    static boolean holdsPassword(String text) {
        return !of(text).equals(text);
    }
}
