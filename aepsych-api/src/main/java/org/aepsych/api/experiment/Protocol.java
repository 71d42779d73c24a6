package org.aepsych.api.experiment;

import java.util.Locale;

/** The two kinds of experiment. */
public enum Protocol {
    /** A strategy decides the next stimulus: setup, ask, tell. */
    ADAPTIVE,
    /** Rounds of bimatrix games with exact payoffs: start, join, play, settle, draw. */
    GAME;

    /**
     * Returns the name as files and databases have it.
     *
     * @return {@code adaptive} or {@code game}
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the name as files and databases have it.
     *
     * @param key {@code adaptive} or {@code game}
     * @return the protocol
     * @throws IllegalArgumentException if it is neither
     */
    public static Protocol ofKey(String key) {
        for (Protocol protocol : values()) {
            if (protocol.key().equals(key)) {
                return protocol;
            }
        }
        throw new IllegalArgumentException("protocol is \"adaptive\" or \"game\", but is \"" + key + "\"");
    }
}
