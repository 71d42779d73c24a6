package org.aepsych.web.bots;

import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A simulated participant of a detection experiment: sees a stimulus with a probability that rises with the logarithm of
 * its level (a logistic psychometric function with guesses and lapses).
 *
 * @param parameter which parameter is the level
 * @param threshold level at which half of what is neither guessed nor lapsed is seen, above 0
 * @param slope steepness against the natural logarithm of the level, above 0
 * @param random chance
 */
public record Observer(String parameter, double threshold, double slope, RandomGenerator random) {
    private static final double GUESSES = 0.02;
    private static final double LAPSES = 0.02;

    /**
     * Looks at a stimulus.
     *
     * @param stimulus value of each parameter
     * @return 1 if it was seen, 0 if not
     */
    public int answer(Map<String, Double> stimulus) {
        return random.nextDouble() < probability(stimulus.getOrDefault(parameter, 0.0)) ? 1 : 0;
    }

    double probability(double level) {
        double seen = level <= 0 ? 0 : 1 / (1 + Math.exp(-slope * Math.log(level / threshold)));
        return GUESSES + (1 - GUESSES - LAPSES) * seen;
    }
}
