package org.aepsych.core.config.server;

/**
 * A setting as it is in force.
 *
 * @param section its section
 * @param key its name in the section
 * @param value as one would write it; masked if it is a secret, empty if there is none
 * @param origin who gave it: {@code default}, {@code file}, {@code environment} or {@code flag}
 * @param help one sentence
 */
public record EffectiveSetting(String section, String key, String value, String origin, String help) {
    @Override
    public String toString() {
        return section + "." + key + " = " + value + " (from " + origin + ")";
    }
}
