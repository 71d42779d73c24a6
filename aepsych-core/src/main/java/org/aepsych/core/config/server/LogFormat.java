package org.aepsych.core.config.server;

import java.util.Locale;

/** How the program's own log is written. */
public enum LogFormat {
    /** A line for people. */
    TEXT,
    /** A JSON object a line, for programs that gather logs. */
    JSON;

    static LogFormat of(String text) {
        return valueOf(text.strip().toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
