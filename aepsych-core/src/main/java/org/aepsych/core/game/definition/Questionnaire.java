package org.aepsych.core.game.definition;

import java.util.List;

/**
 * What participants must have agreed to and understood before they join. The consent is asked for first, as question 0.
 *
 * @param required whether questions are asked at all
 * @param own the experimenter's own questions; with none, the {@value #BUILT_IN} built-in ones are asked
 * @param consent what participants have to agree to; empty if nothing
 */
public record Questionnaire(boolean required, List<Question> own, String consent) {
    /** What is answered by whoever agrees; the language in which they read the text comes behind it. */
    public static final String AGREED = "yes";

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
     * Questions without a consent.
     *
     * @param required whether questions are asked at all
     * @param own the experimenter's own questions; with none, the built-in ones are asked
     */
    public Questionnaire(boolean required, List<Question> own) {
        this(required, own, "");
    }

    /**
     * Returns how many questions must be answered, the consent included.
     *
     * @return 0 if nothing is asked
     */
    public int size() {
        return first() + (!required ? 0 : own.isEmpty() ? BUILT_IN : own.size());
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
     * Returns the same with another consent.
     *
     * @param text what participants have to agree to
     * @return a copy
     */
    Questionnaire agreeing(String text) {
        return new Questionnaire(required, own, text);
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
