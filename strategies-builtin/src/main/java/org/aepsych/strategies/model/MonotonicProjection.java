package org.aepsych.strategies.model;

import java.util.OptionalDouble;
import org.aepsych.strategies.gp.PosteriorPoint;

/**
 * Makes a posterior rise along some dimensions: what is believed at a place is at least what is believed below it, in
 * quantiles (after L. Lin and D. Dunson, Bayesian monotone regression using Gaussian process projection, Biometrika 101,
 * 2014).
 */
final class MonotonicProjection {
    private static final double LEAST_DEVIATION = 1e-4;

    private final int[] dimensions;
    private final double[] lowest;
    private final int steps;
    private final OptionalDouble least;

    /**
     * A projection.
     *
     * @param dimensions along which the latent function rises
     * @param lowest the lowest place of the space
     * @param steps at how many places below another one looks in each dimension, from 1
     * @param least the least latent value, if there is one
     */
    MonotonicProjection(int[] dimensions, double[] lowest, int steps, OptionalDouble least) {
        this.dimensions = dimensions.clone();
        this.lowest = lowest.clone();
        this.steps = steps;
        this.least = least;
    }

    /** Mean and standard deviation of the latent value at a place. */
    record Belief(double mean, double deviation) {}

    /**
     * Projects.
     *
     * @param point where; stays there
     * @param below used to look at places below; moved about
     * @param x model coordinates of the point
     * @return what is believed at the point, from what is believed there and below
     */
    Belief at(PosteriorPoint point, PosteriorPoint below, double[] x) {
        double deviation = StrictMath.sqrt(point.variance());
        double mean = point.mean();
        double low = mean - 2 * deviation;
        double high = mean + 2 * deviation;
        for (int dimension : dimensions) {
            double[] there = x.clone();
            double from = lowest[dimension];
            for (int step = 0; step < steps && x[dimension] > from; step++) {
                there[dimension] = from + (x[dimension] - from) * step / steps;
                below.move(there);
                mean = Math.max(mean, below.mean());
                low = Math.max(low, below.mean() - 2 * StrictMath.sqrt(below.variance()));
            }
        }
        if (least.isPresent()) {
            mean = Math.max(mean, least.getAsDouble());
            low = Math.max(low, least.getAsDouble());
        }
        high = Math.max(high, mean);
        return new Belief(mean, Math.max(LEAST_DEVIATION, (high - low) / 4));
    }
}
