package org.aepsych.strategies.generator;

import java.util.random.RandomGenerator;
import org.aepsych.strategies.acquisition.Scores;
import org.aepsych.strategies.gp.PosteriorPoint;

/**
 * Looks at quasi-random points only, and takes the best, or draws one of them, the better the more probably.
 *
 * @param candidates how many points are looked at, from 1
 * @param drawn whether one is drawn, with a probability proportional to how much better it is than the worst
 */
record PointSearch(int candidates, boolean drawn) implements Search {
    @Override
    public double[] best(SearchTask task) {
        Scores scores = task.scores();
        PosteriorPoint point = task.posterior().newPoint();
        double[][] points = task.points(candidates);
        double[] values = new double[candidates];
        int best = 0;
        double worst = Double.POSITIVE_INFINITY;
        for (int i = 0; i < candidates; i++) {
            double score = scores.of(point.move(task.cube().model(points[i])), task.queries());
            values[i] = Double.isNaN(score) ? Double.NEGATIVE_INFINITY : score;
            best = values[i] > values[best] ? i : best;
            worst = values[i] > Double.NEGATIVE_INFINITY ? Math.min(worst, values[i]) : worst;
        }
        return points[drawn ? draw(values, worst, best, task.random()) : best];
    }

    private static int draw(double[] values, double worst, int best, RandomGenerator random) {
        double sum = 0;
        for (double value : values) {
            sum += Math.max(0, value - worst);
        }
        double left = random.nextDouble() * sum;
        for (int i = 0; i < values.length; i++) {
            left -= Math.max(0, values[i] - worst);
            if (left < 0) {
                return i;
            }
        }
        return best;
    }
}
