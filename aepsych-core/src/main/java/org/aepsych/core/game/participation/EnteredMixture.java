package org.aepsych.core.game.participation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.number.Rational;

/** What a participant entered, before it is known over how many actions. */
@FunctionalInterface
interface EnteredMixture {
    /** Keeps the exact averages of a thousand players at a size that can be handled: 10¹⁸. */
    BigInteger LARGEST_DENOMINATOR = BigInteger.TEN.pow(18);

    /**
     * Returns the mixture.
     *
     * @param actions over how many actions
     * @return a weight for each of them
     * @throws AepsychException {@code INPUT_INVALID} if that was not entered
     */
    Mixture over(int actions);

    static EnteredMixture of(Mixture mixture) {
        return actions -> {
            if (mixture.weights().size() != actions) {
                throw invalid(mixture.weights().size() + " weights were given for " + actions + " actions");
            }
            return checked(mixture);
        };
    }

    /** Reads numbers as people enter them: empty texts and missing ones are 0, superfluous ones are not looked at. */
    static EnteredMixture of(List<String> texts) {
        List<String> entered = List.copyOf(texts);
        return actions -> {
            List<Rational> weights = new ArrayList<>(actions);
            for (int action = 0; action < actions; action++) {
                String text = action < entered.size() ? entered.get(action) : "";
                weights.add(text.isEmpty() ? Rational.ZERO : weight(action, text));
            }
            try {
                return checked(new Mixture(weights));
            } catch (IllegalArgumentException e) {
                throw new AepsychException(StandardError.INPUT_INVALID, "weights: " + e.getMessage(), e);
            }
        };
    }

    private static Rational weight(int action, String text) {
        try {
            return Rational.parse(text);
        } catch (IllegalArgumentException e) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID, "weight of action " + action + ": " + e.getMessage(), e);
        }
    }

    private static Mixture checked(Mixture mixture) {
        for (Rational weight : mixture.weights()) {
            if (weight.denominator().compareTo(LARGEST_DENOMINATOR) > 0) {
                throw invalid("a weight's denominator has at most 18 digits, but one is " + weight);
            }
        }
        return mixture;
    }

    private static AepsychException invalid(String sentence) {
        return new AepsychException(StandardError.INPUT_INVALID, "weights: " + sentence);
    }
}
