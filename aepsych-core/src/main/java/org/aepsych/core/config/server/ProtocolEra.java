package org.aepsych.core.config.server;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which of AEPsych's clients the answers are written for; requests of all of them are understood in every era. */
public enum ProtocolEra {
    /** Answers are objects, since AEPsych 0.8: its Python client from 0.5 on, and its Unity client. */
    OBJECTS("0.8"),
    /** Most answers are bare words and numbers, AEPsych 0.4 to 0.7: its MATLAB client, and Python clients up to 0.4. */
    WORDS("0.7"),
    /**
     * AEPsych up to 0.3: requests without a {@code version} are answered with bare configurations, the others as in
     * {@link #WORDS}.
     */
    VERSIONED("0.3");

    private final String version;

    ProtocolEra(String version) {
        this.version = version;
    }

    /**
     * Returns how settings name the era.
     *
     * @return the last version of AEPsych that answered so, or the first one for the era that lasts
     */
    public String version() {
        return version;
    }

    /**
     * Finds an era.
     *
     * @param text as settings name it
     * @return the era
     * @throws IllegalArgumentException if there is none of that name
     */
    public static ProtocolEra of(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(era -> era.version.equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no era of the protocol: " + text));
    }

    @Override
    public String toString() {
        return version;
    }

    static String names() {
        return Arrays.stream(values()).map(ProtocolEra::version).collect(Collectors.joining(", ", "one of [", "]"));
    }
}
