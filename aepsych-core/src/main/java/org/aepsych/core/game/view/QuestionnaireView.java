package org.aepsych.core.game.view;

import java.util.List;

/**
 * How far a participant is with the questions. There are no answers in it.
 *
 * @param size how many questions must be answered, 0 if none are asked
 * @param answered how many were answered rightly, one after the other
 * @param own the experimenter's own questions; with none, the built-in ones are asked
 */
public record QuestionnaireView(int size, int answered, List<String> own) {
    /** Copies the questions. */
    public QuestionnaireView {
        own = List.copyOf(own);
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
