package org.aepsych.core.game.definition;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which payoff rule settles the rounds.
 *
 * @param rule the name of its factory
 * @param options the texts of its options, by name
 */
public record PayoffChoice(String rule, SortedMap<String, String> options) {
    /** Copies the options. */
    public PayoffChoice {
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }

    /**
     * A rule with the defaults of its options.
     *
     * @param rule the name of its factory
     * @return the choice
     */
    public static PayoffChoice of(String rule) {
        return new PayoffChoice(rule, new TreeMap<>(Map.of()));
    }
}
