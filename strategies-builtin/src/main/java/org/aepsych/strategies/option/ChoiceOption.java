package org.aepsych.strategies.option;

import java.util.List;
import java.util.Optional;
import org.aepsych.api.config.ConfigOption;

/** Options whose value is one of a few words. */
public final class ChoiceOption {
    private ChoiceOption() {}

    /**
     * An option for one of some words, in any case.
     *
     * @param key name
     * @param words the allowed words
     * @param help one sentence
     * @return a required option, whose values are spelt as the words
     */
    public static ConfigOption<String> of(String key, List<String> words, String help) {
        return new ConfigOption<>(
                key,
                "one of " + words,
                text -> words.stream()
                        .filter(word -> word.equalsIgnoreCase(text.trim()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no such word: " + text)),
                Optional.empty(),
                help,
                false);
    }
}
