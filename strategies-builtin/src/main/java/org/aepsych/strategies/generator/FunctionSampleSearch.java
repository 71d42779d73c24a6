package org.aepsych.strategies.generator;

import org.aepsych.strategies.outcome.Likelihood;

/**
 * Thompson sampling of a threshold: draws one function from the posterior at quasi-random points, and takes the point
 * where it is nearest to the target (L. Owen et al., Adaptive nonparametric psychophysics, arXiv 2104.09549, 2021).
 *
 * @param candidates how many points are looked at, from 1
 * @param target the expected outcome that is sought
 */
record FunctionSampleSearch(int candidates, double target) implements Search {
    @Override
    public double[] best(SearchTask task) {
        double[][] points = task.points(candidates);
        double[][] places = new double[candidates][];
        for (int i = 0; i < candidates; i++) {
            places[i] = task.cube().model(points[i]);
        }
        double[] function = task.posterior().joint(places).draw(1, task.random())[0];
        Likelihood likelihood = task.posterior().likelihood();
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < candidates; i++) {
            double distance = Math.abs(likelihood.expected(function[i], 0) - target);
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return points[best];
    }
}
