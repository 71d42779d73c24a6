package org.aepsych.core.player;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;

/**
 * Which policy plays, written {@code name} or {@code name,option=value,…}.
 *
 * @param policy the name of its factory
 * @param options the texts of its options, by name
 */
public record PolicyChoice(String policy, SortedMap<String, String> options) {
    /** Copies the options. */
    public PolicyChoice {
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }

    /**
     * Reads a choice.
     *
     * @param text such as {@code logit-quantal-response,lambda=2}
     * @return the choice; whether there is such a policy is not checked
     * @throws AepsychException {@code INPUT_INVALID} if an option has no value
     */
    public static PolicyChoice parse(String text) {
        String[] parts = text.strip().split(",", -1);
        SortedMap<String, String> options = new TreeMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals < 1) {
                throw new AepsychException(
                        StandardError.INPUT_INVALID,
                        "policy: expected name or name,option=value, but found \"" + text + "\"");
            }
            options.put(
                    parts[i].substring(0, equals).strip(),
                    parts[i].substring(equals + 1).strip());
        }
        return new PolicyChoice(parts[0].strip(), options);
    }

    /** Returns the choice as {@link #parse} reads it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(policy);
        options.forEach(
                (option, value) -> text.append(',').append(option).append('=').append(value));
        return text.toString();
    }
}
