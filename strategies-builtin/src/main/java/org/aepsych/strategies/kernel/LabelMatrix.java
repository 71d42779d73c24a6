package org.aepsych.strategies.kernel;

import org.aepsych.strategies.prior.Hyperparameter;
import org.aepsych.strategies.prior.Hyperparameters;
import org.aepsych.strategies.prior.Prior;

/**
 * The size of a covariance matrix of a label's values, WWᵀ + diag(v). Beliefs about it are AEPsych's: correlations are nearer
 * to 0 than if they were anywhere (η = 1.5), and standard deviations fall off at the rate 0.15.
 *
 * @param values how many values the label has, from 1
 * @param rank how many columns W has, from 1
 */
public record LabelMatrix(int values, int rank) {
    private static final double ETA = 1.5;
    private static final double RATE = 0.15;
    private static final double MOST_LOADING = 15;
    private static final double LEAST_VARIANCE = 0.01;
    private static final double MOST_VARIANCE = 200;

    /** What shares of the variance at the start all values have in common, each has for itself, and contrasts have. */
    private static final double COMMON = 0.75;

    private static final double OWN = 0.2;
    private static final double CONTRASTS = 1 - COMMON - OWN;

    /**
     * Adds its hyper-parameters. Fits begin where values are alike but for small waves: where nothing tells the columns of W
     * apart, they stay the same.
     */
    KernelShape add(String name, int dimension, double variance, Hyperparameters hyperparameters) {
        int first = hyperparameters.size();
        for (int p = 0; p < values; p++) {
            for (int c = 0; c < rank; c++) {
                hyperparameters.add(new Hyperparameter(
                        "loading " + (c + 1) + " of value " + (p + 1) + " of " + name,
                        Hyperparameter.Role.LOADING,
                        new Prior.Flat(),
                        -MOST_LOADING,
                        MOST_LOADING,
                        start(p, c, variance)));
            }
        }
        LabelCovariance.Layout layout = new LabelCovariance.Layout(values, rank, first, hyperparameters.size());
        for (int p = 0; p < values; p++) {
            hyperparameters.add(new Hyperparameter(
                    "own variance of value " + (p + 1) + " of " + name,
                    Hyperparameter.Role.VARIANCE,
                    new Prior.Flat(),
                    LEAST_VARIANCE,
                    MOST_VARIANCE,
                    OWN * variance));
        }
        hyperparameters.believe(new LabelBelief(layout, ETA, RATE));
        return coordinates -> new LabelCovariance(dimension, layout, coordinates);
    }

    private double start(int value, int column, double variance) {
        if (column == 0) {
            return StrictMath.sqrt(COMMON * variance);
        }
        double height = StrictMath.sqrt(2 * CONTRASTS * variance / (rank - 1));
        return height * StrictMath.cos(StrictMath.PI * column * (value + 0.5) / values);
    }
}
