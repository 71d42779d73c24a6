package org.aepsych.api.experiment;

import java.util.regex.Pattern;

/**
 * The public name of an experiment: {@code master.experiment_id}, also part of its addresses.
 *
 * @param value 1 to 128 characters, no control characters
 */
public record ExperimentId(String value) {
    private static final Pattern ALLOWED = Pattern.compile("\\P{Cntrl}{1,128}");

    /** Checks the text. */
    public ExperimentId {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "an experiment id has 1 to 128 characters and no control characters, but is \"" + value + "\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
