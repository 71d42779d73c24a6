package org.aepsych.strategies.acquisition;

import java.util.Arrays;
import java.util.Comparator;
import org.aepsych.strategies.gp.PosteriorPoint;
import org.aepsych.strategies.gp.PosteriorQueries;
import org.aepsych.strategies.math.Normal;
import org.aepsych.strategies.outcome.Likelihood;
import org.aepsych.strategies.outcome.Sensitivity;

/**
 * By how much a trial is expected to raise the highest posterior mean over the space, in closed form for a finite set of
 * places (P. Frazier, W. Powell and S. Dayanik, The knowledge-gradient policy for correlated normal beliefs, INFORMS
 * Journal on Computing 21, 2009).
 *
 * @param queries number of places, from 1
 */
record KnowledgeGradient(int queries) implements AcquisitionFunction {
    @Override
    public Scores over(Situation situation) {
        return new Envelope(situation);
    }

    /** A posterior mean after the trial: a + bZ, Z being standard normal. */
    private record Line(int index, double a, double b) {}

    /** The largest of lines, and how likely each is the largest. */
    private static final class Envelope implements SmoothScores {
        private final PosteriorQueries places;
        private final Likelihood likelihood;
        private final double[] covariances;
        private final double[] byCovariances;
        private final Sensitivity sensitivity = new Sensitivity();

        Envelope(Situation situation) {
            places = situation.queries();
            likelihood = situation.posterior().likelihood();
            covariances = new double[places.size()];
            byCovariances = new double[places.size()];
        }

        @Override
        public double of(PosteriorPoint point, int count) {
            return gain(lines(point, count, TrialNoise.at(likelihood, point)));
        }

        private Line[] lines(PosteriorPoint point, int count, double noise) {
            places.covariances(point, count, covariances);
            double spread = StrictMath.sqrt(point.variance() + noise);
            Line[] lines = new Line[count + 1];
            for (int q = 0; q < count; q++) {
                lines[q] = new Line(q, places.mean(q), covariances[q] / spread);
            }
            lines[count] = new Line(count, point.mean(), point.variance() / spread);
            return lines;
        }

        @Override
        public double of(PosteriorPoint point, int count, double[] slope) {
            double noise = TrialNoise.at(likelihood, point, sensitivity);
            double total = point.variance() + noise;
            double spread = StrictMath.sqrt(total);
            Line[] lines = lines(point, count, noise);
            double[] byA = new double[count + 1];
            double[] byB = new double[count + 1];
            double gain = gain(lines, byA, byB);
            double byTotal = -byB[count] * point.variance() / (2 * total * spread);
            for (int q = 0; q < count; q++) {
                byTotal -= byB[q] * covariances[q] / (2 * total * spread);
                byCovariances[q] = byB[q] / spread;
            }
            Arrays.fill(slope, 0);
            point.addSlope(
                    byA[count] + byTotal * sensitivity.byMean(),
                    byB[count] / spread + byTotal * (1 + sensitivity.byVariance()),
                    slope);
            places.addSlope(point, byCovariances, count, slope);
            return gain;
        }
    }

    private static double gain(Line[] lines) {
        return gain(lines, new double[lines.length], new double[lines.length]);
    }

    /**
     * Returns E max(a + bZ) − max a, by the upper envelope of the lines, which are put in another order. A line's share in
     * its derivatives is how probable it is that the line is the largest, and the mean of Z there.
     */
    private static double gain(Line[] lines, double[] byA, double[] byB) {
        Line highest = lines[0];
        for (Line line : lines) {
            highest = line.a > highest.a ? line : highest;
        }
        byA[highest.index] -= 1;
        Arrays.sort(lines, Comparator.comparingDouble(Line::b).thenComparingDouble(Line::a));
        Line[] kept = new Line[lines.length];
        double[] from = new double[lines.length + 1];
        int size = 0;
        for (Line line : lines) {
            if (size > 0 && kept[size - 1].b == line.b) {
                size--;
            }
            double start = Double.NEGATIVE_INFINITY;
            while (size > 0) {
                start = (kept[size - 1].a - line.a) / (line.b - kept[size - 1].b);
                if (start > from[size - 1]) {
                    break;
                }
                size--;
                start = Double.NEGATIVE_INFINITY;
            }
            kept[size] = line;
            from[size++] = start;
        }
        from[size] = Double.POSITIVE_INFINITY;
        double sum = 0;
        for (int i = 0; i < size; i++) {
            if (i > 0) {
                sum += (kept[i].b - kept[i - 1].b) * Improvement.unit(-Math.abs(from[i]));
            }
            byA[kept[i].index] += Normal.cdf(from[i + 1]) - Normal.cdf(from[i]);
            byB[kept[i].index] += Normal.density(from[i]) - Normal.density(from[i + 1]);
        }
        return sum;
    }
}
