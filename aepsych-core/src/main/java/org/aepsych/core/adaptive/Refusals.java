package org.aepsych.core.adaptive;

import org.aepsych.api.AepsychException;

/** The ways in which requests are refused. */
final class Refusals {
    private Refusals() {}

    static AepsychException value(String sentence) {
        return new AepsychException(AdaptiveError.VALUE_REFUSED, sentence);
    }

    static AepsychException kind(String sentence) {
        return new AepsychException(AdaptiveError.KIND_REFUSED, sentence);
    }

    static AepsychException missing(String name) {
        return new AepsychException(AdaptiveError.NAME_MISSING, name);
    }

    static AepsychException question(String sentence) {
        return new AepsychException(AdaptiveError.QUESTION_REFUSED, sentence);
    }

    static AepsychException notReady(String sentence) {
        return new AepsychException(AdaptiveError.NOT_READY, sentence);
    }
}
