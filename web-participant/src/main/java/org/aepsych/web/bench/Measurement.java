package org.aepsych.web.bench;

/**
 * How much is known after some trials. The first two are means over 1000 points that cover the space, of the beliefs
 * whether the response probability is above the target.
 *
 * @param trials how many
 * @param brier mean of 2 (truth − belief)²
 * @param misclassification mean probability of being wrong
 * @param rmse root mean square error of the response probability
 * @param thresholdError root mean square error of the threshold, in the parameter's units, or in powers of ten if it is on
 *     a logarithmic scale; not a number if there is no threshold
 * @param askMillis mean time of the asks since the measurement before, in milliseconds; not a number if there were none
 */
public record Measurement(
        int trials, double brier, double misclassification, double rmse, double thresholdError, double askMillis) {}
