package org.aepsych.strategies.acquisition;

import java.util.Arrays;
import org.aepsych.strategies.gp.PosteriorPoint;
import org.aepsych.strategies.outcome.Sensitivity;

/** Scores that depend on mean and variance of the latent value at the place of the trial, and on nothing else. */
final class PlaceScores implements SmoothScores {
    private final Function function;
    private final Sensitivity sensitivity = new Sensitivity();

    PlaceScores(Function function) {
        this.function = function;
    }

    /** What the score is. */
    @FunctionalInterface
    interface Function {
        /** Returns the score, and how it changes with mean and variance there. */
        double at(PosteriorPoint point, Sensitivity out);
    }

    @Override
    public double of(PosteriorPoint point, int queries) {
        return function.at(point, sensitivity);
    }

    @Override
    public double of(PosteriorPoint point, int queries, double[] slope) {
        double score = function.at(point, sensitivity);
        Arrays.fill(slope, 0);
        point.addSlope(sensitivity.byMean(), sensitivity.byVariance(), slope);
        return score;
    }
}
