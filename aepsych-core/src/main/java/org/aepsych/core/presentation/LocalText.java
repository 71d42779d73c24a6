package org.aepsych.core.presentation;

import java.util.Map;
import java.util.Optional;

/**
 * A text of an experiment, in the languages that the experimenter wrote it in.
 *
 * @param texts by language tag; that of the experiment's language has the tag {@code ""}
 */
public record LocalText(Map<String, String> texts) {
    /** Copies the map. */
    public LocalText {
        texts = Map.copyOf(texts);
    }

    /**
     * Returns the text for a reader.
     *
     * @param language tag of the reader's language
     * @return in that language, otherwise in the experiment's; empty if the experimenter wrote none
     */
    public Optional<String> in(String language) {
        return Optional.ofNullable(texts.get(language)).or(() -> Optional.ofNullable(texts.get("")));
    }
}
