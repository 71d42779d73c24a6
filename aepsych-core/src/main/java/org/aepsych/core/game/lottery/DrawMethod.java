package org.aepsych.core.game.lottery;

import java.util.Locale;

/** Where the chance of a draw came from. */
public enum DrawMethod {
    /** The experimenter chose a seed at the draw. */
    SEED,
    /** The seed was fixed at the start and its hash published; participants may have added to it. */
    COMMITTED,
    /** Another program, whose records were imported, drew; it did not keep the seed. */
    ELSEWHERE;

    /**
     * Returns the name as logs have it.
     *
     * @return in lower case
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the name as logs have it.
     *
     * @param key in lower case
     * @return the method
     * @throws IllegalArgumentException if there is no such method
     */
    public static DrawMethod ofKey(String key) {
        for (DrawMethod method : values()) {
            if (method.key().equals(key)) {
                return method;
            }
        }
        throw new IllegalArgumentException("no draw is made by \"" + key + "\"");
    }
}
