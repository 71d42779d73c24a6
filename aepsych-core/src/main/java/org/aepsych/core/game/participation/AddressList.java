package org.aepsych.core.game.participation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.aepsych.core.account.EmailAddress;

/**
 * E-mail addresses out of whatever an experimenter pastes or uploads: one a line, separated by commas, a table with
 * further columns, or as mail programs copy them with names.
 *
 * @param addresses in lower case, each once, in their order
 * @param refused what has an at sign and is no address
 */
public record AddressList(List<String> addresses, List<String> refused) {
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,;\"<>()\\[\\]\\x{FEFF}]+");
    private static final String MAILTO = "mailto:";

    /** Copies the lists. */
    public AddressList {
        addresses = List.copyOf(addresses);
        refused = List.copyOf(refused);
    }

    /**
     * Reads addresses; words without an at sign are not looked at.
     *
     * @param text anything
     * @return what was found
     */
    public static AddressList read(String text) {
        Set<String> addresses = new LinkedHashSet<>();
        List<String> refused = new ArrayList<>();
        for (String word : SEPARATOR.split(text, -1)) {
            String candidate = word.startsWith(MAILTO) ? word.substring(MAILTO.length()) : word;
            Optional<String> address = EmailAddress.find(candidate);
            if (address.isPresent()) {
                addresses.add(address.get());
            } else if (candidate.contains("@")) {
                refused.add(candidate);
            }
        }
        return new AddressList(List.copyOf(addresses), refused);
    }
}
