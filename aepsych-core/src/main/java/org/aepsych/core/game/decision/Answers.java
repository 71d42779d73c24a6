package org.aepsych.core.game.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aepsych.api.number.Rational;
import org.aepsych.core.game.definition.Questionnaire;

/**
 * Judges what participants answer. The built-in questions are numbered as gamelab's, and their right choices have the
 * same numbers; two of them ask for a mixture over two actions.
 */
public final class Answers {
    private static final Map<Integer, String> CHOICES = Map.of(0, "3", 1, "1", 2, "4", 3, "2", 6, "2", 7, "1");
    private static final int MIXTURE = 4;
    private static final int FULL_MIXTURE = 5;

    private Answers() {}

    /**
     * Tells whether an answer is right.
     *
     * @param questionnaire what is asked; with nothing asked the built-in answers are judged all the same
     * @param question number of the question, from 0
     * @param given what was entered in each of its fields
     * @return false also for a question that there is not
     */
    public static boolean right(Questionnaire questionnaire, int question, List<String> given) {
        return question < questionnaire.first()
                ? question == 0 && !given.isEmpty() && given.get(0).equals(Questionnaire.AGREED)
                : understood(questionnaire, question - questionnaire.first(), given);
    }

    private static boolean understood(Questionnaire questionnaire, int question, List<String> given) {
        if (!questionnaire.own().isEmpty()) {
            return question >= 0
                    && question < questionnaire.own().size()
                    && given.equals(List.of(questionnaire.own().get(question).answer()));
        }
        boolean mixture = question == MIXTURE || question == FULL_MIXTURE;
        return mixture
                ? isMixture(given, question == MIXTURE)
                : CHOICES.containsKey(question) && given.equals(List.of(CHOICES.get(question)));
    }

    /**
     * Returns what answers a question rightly, for simulations.
     *
     * @param questionnaire what is asked
     * @param question number of the question, from 0
     * @return a text for each of its fields
     */
    public static List<String> rightAnswer(Questionnaire questionnaire, int question) {
        return question < questionnaire.first()
                ? List.of(Questionnaire.AGREED)
                : understanding(questionnaire, question - questionnaire.first());
    }

    private static List<String> understanding(Questionnaire questionnaire, int question) {
        if (!questionnaire.own().isEmpty()) {
            return List.of(questionnaire.own().get(question).answer());
        }
        return Optional.ofNullable(CHOICES.get(question)).map(List::of).orElse(List.of("1/2", "1/2"));
    }

    private static boolean isMixture(List<String> given, boolean oneMayBeEmpty) {
        if (given.size() != 2 || (!oneMayBeEmpty && given.contains(""))) {
            return false;
        }
        try {
            Rational first = weight(given.get(0));
            Rational second = weight(given.get(1));
            return first.signum() >= 0
                    && second.signum() >= 0
                    && first.plus(second).equals(Rational.ONE);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Rational weight(String entered) {
        return entered.isEmpty() ? Rational.ZERO : Rational.parse(entered);
    }
}
