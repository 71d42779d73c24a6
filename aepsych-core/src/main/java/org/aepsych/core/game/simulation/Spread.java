package org.aepsych.core.game.simulation;

import java.util.Arrays;

/**
 * How some numbers lie.
 *
 * @param count how many
 * @param mean 0 of none
 * @param deviation standard deviation of the sample; 0 of fewer than two
 * @param least the smallest
 * @param median the middle one, or the mean of the two in the middle
 * @param most the largest
 */
public record Spread(int count, double mean, double deviation, double least, double median, double most) {
    /**
     * Looks at numbers.
     *
     * @param numbers in any order
     * @return how they lie; all 0 if there are none
     */
    public static Spread of(double... numbers) {
        if (numbers.length == 0) {
            return new Spread(0, 0, 0, 0, 0, 0);
        }
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        double mean = Arrays.stream(sorted).average().orElse(0);
        double squares = Arrays.stream(sorted)
                .map(number -> (number - mean) * (number - mean))
                .sum();
        int half = sorted.length / 2;
        return new Spread(
                sorted.length,
                mean,
                sorted.length < 2 ? 0 : Math.sqrt(squares / (sorted.length - 1)),
                sorted[0],
                sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2,
                sorted[sorted.length - 1]);
    }
}
