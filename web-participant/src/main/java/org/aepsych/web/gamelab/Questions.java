package org.aepsych.web.gamelab;

import java.util.Map;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.number.Rational;
import tools.jackson.databind.node.ObjectNode;

/**
 * gamelab's built-in questions, which exist although no experiment here asks them: an answer is right or wrong, and that
 * is all.
 */
final class Questions {
    /** The right choices, by number of the question; the two others ask for a mixture. */
    private static final Map<Long, Long> CHOICES = Map.of(0L, 3L, 1L, 1L, 2L, 4L, 3L, 2L, 6L, 2L, 7L, 1L);

    private static final long MIXTURE = 4;
    private static final long FULL_MIXTURE = 5;

    private Questions() {}

    /** Returns what there is to answer: nothing. */
    static ObjectNode none() {
        ObjectNode none = LabJson.object().put("questionnaire", 0).put("answered", 0);
        none.putArray("custom");
        return none;
    }

    /** Judges an answer. */
    static LabAnswer judge(Fields fields) {
        long question = fields.whole("aid");
        boolean right;
        if (question == MIXTURE || question == FULL_MIXTURE) {
            right = isMixture(fields, question);
        } else {
            Long choice = CHOICES.get(question);
            right = choice != null && choice == fields.whole("choice" + question);
        }
        return right ? LabAnswer.OK : wrong();
    }

    /** Judges an answer to a question of the experimenter's; there is none, so it is wrong. */
    static LabAnswer wrong() {
        return new LabAnswer.Status(400);
    }

    private static boolean isMixture(Fields fields, long question) {
        Rational first = weight(fields, "choice" + question + "a", question == MIXTURE);
        Rational second = weight(fields, "choice" + question + "b", question == MIXTURE);
        return first.signum() >= 0 && second.signum() >= 0 && first.plus(second).equals(Rational.ONE);
    }

    private static Rational weight(Fields fields, String name, boolean mayBeEmpty) {
        if (mayBeEmpty && fields.text(name).filter(String::isEmpty).isPresent()) {
            return Rational.ZERO;
        }
        try {
            return Rational.parse(fields.required(name));
        } catch (IllegalArgumentException e) {
            throw new AepsychException(StandardError.INPUT_INVALID, name + ": " + e.getMessage(), e);
        }
    }
}
