package org.aepsych.web.rest;

import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;

/** Makes sure that what cannot be undone is meant: a program says the experiment's id once more. */
final class Confirmed {
    private Confirmed() {}

    /**
     * Refuses another id.
     *
     * @param experiment what is meant
     * @param said what the program says
     * @throws AepsychException {@code INPUT_INVALID} if these differ
     */
    static void require(ExperimentId experiment, String said) {
        if (!said.equals(experiment.value())) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "confirm: expected the experiment's id, " + experiment.value()
                            + ", since this cannot be undone, but found \"" + said + "\"");
        }
    }
}
