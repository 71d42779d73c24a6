package org.aepsych.core.discovery;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of the contracts that plugins compile against.
 *
 * @param major changes when a plugin must be changed
 * @param minor changes when something was added
 */
record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {
    /** The version of this program. */
    static final ApiVersion CURRENT = new ApiVersion(0, 1);

    private static final Pattern SYNTAX = Pattern.compile("(\\d{1,6})(?:\\.(\\d{1,6}))?(?:\\.\\d+)*");
    private static final Comparator<ApiVersion> ORDER =
            Comparator.comparingInt(ApiVersion::major).thenComparingInt(ApiVersion::minor);

    /** Reads {@code 1}, {@code 1.2} or {@code 1.2.3}, of which only the first two numbers count. */
    static Optional<ApiVersion> parse(String text) {
        Matcher matcher = SYNTAX.matcher(text.trim());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int minor = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        return Optional.of(new ApiVersion(Integer.parseInt(matcher.group(1)), minor));
    }

    @Override
    public int compareTo(ApiVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
