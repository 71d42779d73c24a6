package org.aepsych.strategies.acquisition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.aepsych.strategies.gp.JointNormal;
import org.aepsych.strategies.gp.Posterior;
import org.aepsych.strategies.gp.PosteriorPoint;
import org.aepsych.strategies.gp.PosteriorQueries;
import org.aepsych.strategies.math.Cholesky;
import org.aepsych.strategies.math.Normal;
import org.aepsych.strategies.sobol.SobolSequence;

/**
 * Joint draws of the latent function at the most promising places seen so far, on which improvements are measured. Draws
 * are quasi-random.
 */
final class Baseline {
    private static final int MOST_PLACES = 24;
    private static final double OPTIMISM = 1;
    private static final double JITTER = 1e-8;

    private final PosteriorQueries queries;
    private final double[] factor;
    private final double[][] draws;
    private final double[] best;

    Baseline(Situation situation, int count) {
        double[][] places = promising(situation.posterior(), stimuli(situation));
        int m = places.length;
        queries = situation.posterior().queries(places);
        JointNormal joint = situation.posterior().joint(places);
        factor = factor(joint);
        draws = m == 0
                ? new double[count][0]
                : SobolSequence.scrambled(m, situation.random()).points(count);
        best = new double[count];
        for (int s = 0; s < count; s++) {
            double[] z = draws[s];
            double highest = m == 0 ? 0 : Double.NEGATIVE_INFINITY;
            for (int k = 0; k < m; k++) {
                z[k] = Normal.quantile(Math.max(1e-12, Math.min(1 - 1e-12, z[k])));
            }
            for (int j = 0; j < m; j++) {
                double value = joint.mean(j);
                for (int k = 0; k <= j; k++) {
                    value += z[k] * factor[k * m + j];
                }
                highest = Math.max(highest, value);
            }
            best[s] = highest;
        }
    }

    private static List<double[]> stimuli(Situation situation) {
        Map<List<Double>, double[]> distinct = new LinkedHashMap<>();
        for (double[] place : situation.seen()) {
            int d = place.length / situation.stimuli();
            for (int s = 0; s < situation.stimuli(); s++) {
                double[] stimulus = Arrays.copyOfRange(place, s * d, (s + 1) * d);
                distinct.putIfAbsent(Arrays.stream(stimulus).boxed().toList(), stimulus);
            }
        }
        return new ArrayList<>(distinct.values());
    }

    /** Returns the places with the highest optimistic beliefs. */
    private static double[][] promising(Posterior posterior, List<double[]> places) {
        PosteriorPoint point = posterior.newPoint();
        double[] bounds = new double[places.size()];
        for (int i = 0; i < bounds.length; i++) {
            point.move(places.get(i));
            bounds[i] = point.mean() + OPTIMISM * StrictMath.sqrt(point.variance());
        }
        return IntStream.range(0, bounds.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -bounds[i]))
                .limit(MOST_PLACES)
                .map(places::get)
                .toArray(double[][]::new);
    }

    private static double[] factor(JointNormal joint) {
        int m = joint.size();
        double largest = 0;
        for (int i = 0; i < m; i++) {
            largest = Math.max(largest, joint.covariance(i, i));
        }
        for (double jitter = JITTER; jitter < 1; jitter *= 10) {
            double[] factor = new double[m * m];
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < m; j++) {
                    factor[i * m + j] = joint.covariance(i, j) + (i == j ? jitter * largest : 0);
                }
            }
            if (Cholesky.factor(factor, m)) {
                return factor;
            }
        }
        throw new IllegalStateException("the covariance matrix of " + m + " places is not positive semi-definite");
    }

    int size() {
        return best.length;
    }

    /** Returns the highest value among the places in a draw. */
    double best(int draw) {
        return best[draw];
    }

    /** Returns how the latent value at a place hangs together with the draws: multiplied with one, its shift. */
    double[] weights(PosteriorPoint point) {
        double[] weights = new double[queries.size()];
        queries.covariances(point, weights.length, weights);
        Cholesky.solveTransposed(factor, weights.length, weights);
        return weights;
    }

    /** Returns how much the latent value is higher in a draw than on average. */
    double shift(int draw, double[] weights) {
        double shift = 0;
        for (int k = 0; k < weights.length; k++) {
            shift += weights[k] * draws[draw][k];
        }
        return shift;
    }

    /** Adds the derivatives of a draw's shift by the weights, times a factor. */
    void addShift(int draw, double factor, double[] out) {
        for (int k = 0; k < out.length; k++) {
            out[k] += factor * draws[draw][k];
        }
    }

    /** Adds the derivatives by the coordinates of a place, from those by its weights, which are spent. */
    void addSlope(PosteriorPoint point, double[] byWeights, double[] out) {
        Cholesky.solve(factor, byWeights.length, byWeights);
        queries.addSlope(point, byWeights, byWeights.length, out);
    }

    static double product(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
