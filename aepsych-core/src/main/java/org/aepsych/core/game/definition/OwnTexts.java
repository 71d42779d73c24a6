package org.aepsych.core.game.definition;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The experimenter's own texts in other languages than the one in which the definition is written.
 *
 * @param texts by language tag, such as {@code fr}
 */
public record OwnTexts(SortedMap<String, Translation> texts) {
    /** In no other language. */
    public static final OwnTexts NONE = new OwnTexts(new TreeMap<>());

    /** Copies the map, without languages in which there is nothing. */
    public OwnTexts {
        SortedMap<String, Translation> some = new TreeMap<>(texts);
        some.values().removeIf(Translation.NONE::equals);
        texts = Collections.unmodifiableSortedMap(some);
    }

    /**
     * Texts in one language; what is empty is shown as the definition has it.
     *
     * @param name of the experiment
     * @param instructions the experimenter's own words
     * @param lottery the prize in words
     * @param consent what participants have to agree to
     */
    public record Translation(String name, String instructions, String lottery, String consent) {
        /** Nothing is translated. */
        public static final Translation NONE = new Translation("", "", "");

        /**
         * Texts of an experiment without consent.
         *
         * @param name of the experiment
         * @param instructions the experimenter's own words
         * @param lottery the prize in words
         */
        public Translation(String name, String instructions, String lottery) {
            this(name, instructions, lottery, "");
        }
    }

    /**
     * Returns the texts in a language.
     *
     * @param language tag of the reader's language
     * @return what there is; empty texts where there is nothing
     */
    public Translation in(String language) {
        return texts.getOrDefault(language, Translation.NONE);
    }
}
