package org.aepsych.strategies.acquisition;

import org.aepsych.strategies.gp.PosteriorPoint;
import org.aepsych.strategies.gp.PosteriorQueries;

/** How uncertain the response probability is at the place of the trial (BALV). */
record ResponseVariance() implements AcquisitionFunction {
    @Override
    public Scores over(PosteriorQueries queries) {
        return (point, count) -> at(point);
    }

    /** Returns the variance of the response probability, in closed form. */
    static double at(PosteriorPoint point) {
        return point.likelihood().link().variance(point.mean(), point.variance());
    }
}
