package org.aepsych.strategies.acquisition;

import java.util.Arrays;
import org.aepsych.strategies.gp.PosteriorPoint;
import org.aepsych.strategies.gp.PosteriorQueries;
import org.aepsych.strategies.outcome.Likelihood;
import org.aepsych.strategies.outcome.Sensitivity;

/**
 * Scores of trials that are looked at as if they were measurements with normal noise: these lower the variance at a place by
 * c²/(σ² + noise), c being the covariance with it, whatever comes of them.
 */
final class MeasurementScores implements SmoothScores {
    private final PosteriorQueries places;
    private final Likelihood likelihood;
    private final Gains gains;
    private final double[] covariances;
    private final double[] byCovariances;
    private final Sensitivity sensitivity = new Sensitivity();

    MeasurementScores(Situation situation, Gains gains) {
        places = situation.queries();
        likelihood = situation.posterior().likelihood();
        this.gains = gains;
        covariances = new double[places.size()];
        byCovariances = new double[places.size()];
    }

    /**
     * What a lower variance at a place is worth.
     *
     * @param value the gain
     * @param slope its derivative by the variance that is explained
     */
    record Gain(double value, double slope) {}

    /** What lower variances are worth. */
    @FunctionalInterface
    interface Gains {
        /** Returns the gain at one of so many places, some variance being explained. */
        Gain at(PosteriorQueries places, int query, double explained, int count);
    }

    @Override
    public double of(PosteriorPoint point, int count) {
        places.covariances(point, count, covariances);
        double total = point.variance() + TrialNoise.at(likelihood, point);
        double sum = 0;
        for (int q = 0; q < count; q++) {
            sum += gains.at(places, q, covariances[q] * covariances[q] / total, count).value;
        }
        return sum;
    }

    @Override
    public double of(PosteriorPoint point, int count, double[] slope) {
        places.covariances(point, count, covariances);
        double total = point.variance() + TrialNoise.at(likelihood, point, sensitivity);
        double sum = 0;
        double byTotal = 0;
        for (int q = 0; q < count; q++) {
            double explained = covariances[q] * covariances[q] / total;
            Gain gain = gains.at(places, q, explained, count);
            sum += gain.value;
            byTotal -= gain.slope * explained / total;
            byCovariances[q] = gain.slope * 2 * covariances[q] / total;
        }
        Arrays.fill(slope, 0);
        point.addSlope(byTotal * sensitivity.byMean(), byTotal * (1 + sensitivity.byVariance()), slope);
        places.addSlope(point, byCovariances, count, slope);
        return sum;
    }
}
