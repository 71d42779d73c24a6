package org.aepsych.core.game.event;

import java.util.Locale;

/** Why a round ended. */
public enum AdvanceReason {
    /** The schedule says so. */
    TIME,
    /** Enough players of both roles have played all games. */
    PERCENTAGE,
    /** The experimenter ended the round. */
    HAND,
    /** The experimenter ended the experiment. */
    END,
    /** Another program, whose records were imported, ended the round and did not say why. */
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
     * @return the reason
     * @throws IllegalArgumentException if there is no such reason
     */
    public static AdvanceReason ofKey(String key) {
        for (AdvanceReason reason : values()) {
            if (reason.key().equals(key)) {
                return reason;
            }
        }
        throw new IllegalArgumentException("no reason of an advance is called \"" + key + "\"");
    }
}
