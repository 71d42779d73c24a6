package org.aepsych.core.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** E-mail addresses as gamelab takes them: of plain letters, and the same in upper and lower case. */
public final class EmailAddress {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 254;
    private static final Pattern SHAPE = Pattern.compile("[a-zA-Z0-9!#$%&'*+\\-/=?^_`{|}~.]{1,64}@[a-zA-Z0-9.\\-]{4,}");

    private EmailAddress() {}

    /**
     * Reads an address.
     *
     * @param text blanks at the ends are cut
     * @return the address in lower case
     * @throws IllegalArgumentException if it is none
     */
    public static String parse(String text) {
        return find(text)
                .orElseThrow(() -> new IllegalArgumentException("expected an e-mail address such as name@example.org"));
    }

    /**
     * Looks whether a text is an address.
     *
     * @param text blanks at the ends are cut
     * @return the address in lower case, or empty if it is none
     */
    public static Optional<String> find(String text) {
        String trimmed = text.strip();
        boolean fits = trimmed.length() >= SHORTEST
                && trimmed.length() <= LONGEST
                && SHAPE.matcher(trimmed).matches();
        return fits ? Optional.of(trimmed.toLowerCase(Locale.ROOT)) : Optional.empty();
    }
}
