package org.aepsych.core.game.definition;

import java.util.Locale;

/** Which instructions participants read before the experimenter's own words. */
public enum InstructionKind {
    /** Nothing but the experimenter's own words, as plain text. */
    TEXT,
    /** Nothing but the experimenter's own words, as HTML; what could harm a reader is taken out. */
    HTML,
    /** Built in: how rounds, mixtures and points work, and that points become tickets of a lottery. */
    LOTTERY,
    /** Built in: how rounds, mixtures and points work. */
    NOLOTTERY,
    /** Built in: the same for recruited workers, who are paid for their points. */
    RECRUITED;

    /**
     * Returns the name as files and logs have it.
     *
     * @return in lower case
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Tells whether the program has a text of its own for this kind.
     *
     * @return false if only the experimenter's words are shown
     */
    public boolean builtIn() {
        return this == LOTTERY || this == NOLOTTERY || this == RECRUITED;
    }

    /**
     * Reads the name as files and logs have it.
     *
     * @param key in lower case
     * @return the kind
     * @throws IllegalArgumentException if there is no such kind
     */
    public static InstructionKind ofKey(String key) {
        for (InstructionKind kind : values()) {
            if (kind.key().equals(key)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("expected text, html, lottery, nolottery or recruited");
    }
}
