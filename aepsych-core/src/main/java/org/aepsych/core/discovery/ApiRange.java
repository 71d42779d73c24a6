package org.aepsych.core.discovery;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The versions of the contracts that a plugin works with, such as {@code [1.2,2)}.
 *
 * @param lower the least
 * @param withLower whether the least belongs to the range
 * @param upper the greatest, if there is one
 * @param withUpper whether the greatest belongs to the range
 */
record ApiRange(ApiVersion lower, boolean withLower, Optional<ApiVersion> upper, boolean withUpper) {
    private static final Pattern SYNTAX = Pattern.compile("([\\[(])([^,]+),([^,]*)([\\])])");

    /** Reads an interval: a bracket includes its end, a parenthesis does not, and no upper end means any. */
    static Optional<ApiRange> parse(String text) {
        Matcher matcher = SYNTAX.matcher(text.trim());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<ApiVersion> lower = ApiVersion.parse(matcher.group(2));
        Optional<ApiVersion> upper = ApiVersion.parse(matcher.group(3));
        if (lower.isEmpty() || (upper.isEmpty() && !matcher.group(3).isBlank())) {
            return Optional.empty();
        }
        return Optional.of(new ApiRange(
                lower.get(),
                matcher.group(1).equals("["),
                upper,
                matcher.group(4).equals("]")));
    }

    boolean contains(ApiVersion version) {
        int fromLower = version.compareTo(lower);
        int fromUpper = upper.map(version::compareTo).orElse(-1);
        return (fromLower > 0 || (withLower && fromLower == 0)) && (fromUpper < 0 || (withUpper && fromUpper == 0));
    }
}
