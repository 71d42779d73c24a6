package org.aepsych.core.game.view;

import java.util.List;

/**
 * How far a participant is with the questions. There are no answers in it.
 *
 * @param size how many questions must be answered, the consent included; 0 if none are asked
 * @param answered how many were answered rightly, one after the other
 * @param own the experimenter's own questions; with none, the built-in ones are asked
 * @param consent what has to be agreed to, as question 0; empty if nothing
 */
public record QuestionnaireView(int size, int answered, List<String> own, String consent) {
    /** Copies the questions. */
    public QuestionnaireView {
        own = List.copyOf(own);
    }

    /**
     * Tells whether the participant has to agree next.
     *
     * @return false once they have, and if there is nothing to agree to
     */
    public boolean awaitsConsent() {
        return !consent.isEmpty() && answered == 0;
    }

    /**
     * Returns the number of the first question that is no consent.
     *
     * @return 1 if there is a consent, otherwise 0
     */
    public int first() {
        return consent.isEmpty() ? 0 : 1;
    }

    /**
     * Tells whether a question is still to be answered.
     *
     * @return false if all were, or none are asked
     */
    public boolean open() {
        return answered < size;
    }
}
