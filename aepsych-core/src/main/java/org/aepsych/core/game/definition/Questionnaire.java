package org.aepsych.core.game.definition;

import java.util.List;

/**
 * What participants must have understood before they join.
 *
 * @param required whether questions are asked at all
 * @param own the experimenter's own questions; with none, the {@value #BUILT_IN} built-in ones are asked
 */
public record Questionnaire(boolean required, List<Question> own) {
    /** Nothing is asked. */
    public static final Questionnaire NONE = new Questionnaire(false, List.of());

    /** How many questions the program brings along. */
    public static final int BUILT_IN = 8;

    /** Copies the questions. */
    public Questionnaire {
        own = List.copyOf(own);
        if (!required && !own.isEmpty()) {
            throw new IllegalArgumentException("there are questions, but none are to be asked");
        }
    }

    /**
     * Returns how many questions must be answered.
     *
     * @return 0 if nothing is asked
     */
    public int size() {
        return !required ? 0 : own.isEmpty() ? BUILT_IN : own.size();
    }

    /**
     * Tells whether the built-in questions are asked.
     *
     * @return false also if nothing is asked
     */
    public boolean builtIn() {
        return required && own.isEmpty();
    }
}
