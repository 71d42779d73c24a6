package org.aepsych.strategies.acquisition;

import java.util.Arrays;
import java.util.Comparator;
import org.aepsych.strategies.gp.PosteriorQueries;
import org.aepsych.strategies.outcome.Likelihood;

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
        PosteriorQueries places = situation.queries();
        Likelihood likelihood = situation.posterior().likelihood();
        double[] covariances = new double[places.size()];
        return (point, count) -> {
            places.covariances(point, count, covariances);
            double spread = StrictMath.sqrt(point.variance() + ApproximateLookAhead.noise(likelihood, point));
            Line[] lines = new Line[count + 1];
            for (int q = 0; q < count; q++) {
                lines[q] = new Line(places.mean(q), covariances[q] / spread);
            }
            lines[count] = new Line(point.mean(), point.variance() / spread);
            return gain(lines);
        };
    }

    /** A posterior mean after the trial: a + bZ, Z being standard normal. */
    private record Line(double a, double b) {}

    /** Returns E max(a + bZ) − max a, by the upper envelope of the lines. */
    private static double gain(Line[] lines) {
        Arrays.sort(lines, Comparator.comparingDouble(Line::b).thenComparingDouble(Line::a));
        Line[] kept = new Line[lines.length];
        double[] from = new double[lines.length];
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
        double sum = 0;
        for (int i = 1; i < size; i++) {
            sum += (kept[i].b - kept[i - 1].b) * Improvement.unit(-Math.abs(from[i]));
        }
        return sum;
    }
}
