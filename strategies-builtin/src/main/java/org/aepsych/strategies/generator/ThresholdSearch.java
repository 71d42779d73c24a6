package org.aepsych.strategies.generator;

import org.aepsych.strategies.acquisition.Scores;
import org.aepsych.strategies.gp.PosteriorPoint;
import org.aepsych.strategies.space.PresentationCube;

/**
 * Looks for the best context only, and shows in each the intensity at which the target is expected: scores are those of
 * the trials that would be shown (after the intensity-aware generator of S. Keeley et al., AAAI 2023).
 *
 * @param candidates how many contexts are looked at, from 1
 * @param intensity which coordinate is the intensity
 * @param target the expected outcome that is sought
 */
record ThresholdSearch(int candidates, int intensity, double target) implements Search {
    private static final int STEPS = 16;
    private static final int HALVINGS = 10;

    @Override
    public double[] best(SearchTask task) {
        Scores scores = task.scores();
        PosteriorPoint point = task.posterior().newPoint();
        double level = task.posterior().likelihood().latent(target);
        double[][] points = task.points(candidates);
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < candidates; i++) {
            points[i][intensity] = threshold(task.cube(), point, points[i], level);
            double score = scores.of(point.move(task.cube().model(points[i])), task.queries());
            if (score > highest) {
                highest = score;
                best = i;
            }
        }
        return points[best];
    }

    /** Returns where the posterior mean first reaches the level as the intensity rises, or the nearer end. */
    private double threshold(PresentationCube cube, PosteriorPoint point, double[] context, double level) {
        double low = 0;
        double lowest = mean(cube, point, context, 0);
        if (lowest >= level) {
            return 0;
        }
        for (int step = 1; step <= STEPS; step++) {
            double high = (double) step / STEPS;
            if (mean(cube, point, context, high) >= level) {
                for (int i = 0; i < HALVINGS; i++) {
                    double middle = (low + high) / 2;
                    if (mean(cube, point, context, middle) >= level) {
                        high = middle;
                    } else {
                        low = middle;
                    }
                }
                return high;
            }
            low = high;
        }
        return 1;
    }

    private double mean(PresentationCube cube, PosteriorPoint point, double[] context, double at) {
        double[] there = context.clone();
        there[intensity] = at;
        return point.move(cube.model(there)).mean();
    }
}
