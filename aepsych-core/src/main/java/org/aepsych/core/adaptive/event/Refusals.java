package org.aepsych.core.adaptive.event;

import org.aepsych.api.AepsychException;

/** The ways in which requests are refused. */
public final class Refusals {
    private Refusals() {}

    /**
     * Refuses a value that is not one of those allowed.
     *
     * @param sentence what is allowed, and what was found
     * @return to be thrown
     */
    public static AepsychException value(String sentence) {
        return new AepsychException(AdaptiveError.VALUE_REFUSED, sentence);
    }

    /**
     * Refuses a value of the wrong kind.
     *
     * @param sentence what was expected, and what was found
     * @return to be thrown
     */
    public static AepsychException kind(String sentence) {
        return new AepsychException(AdaptiveError.KIND_REFUSED, sentence);
    }

    /**
     * Refuses a request without a name that must be there.
     *
     * @param sentence which name is missing, and where
     * @return to be thrown
     */
    public static AepsychException missing(String sentence) {
        return new AepsychException(AdaptiveError.NAME_MISSING, sentence);
    }

    /**
     * Refuses a question to the model.
     *
     * @param sentence why it cannot be answered
     * @return to be thrown
     */
    public static AepsychException question(String sentence) {
        return new AepsychException(AdaptiveError.QUESTION_REFUSED, sentence);
    }

    /**
     * Refuses what comes too early.
     *
     * @param sentence what has to happen first
     * @return to be thrown
     */
    public static AepsychException notReady(String sentence) {
        return new AepsychException(AdaptiveError.NOT_READY, sentence);
    }
}
