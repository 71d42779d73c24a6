package org.aepsych.strategies.acquisition;

import org.aepsych.strategies.gp.PosteriorPoint;

/** Scores that know how they change with the place of the trial, under a posterior that does. */
public interface SmoothScores extends Scores {
    /**
     * Scores a trial.
     *
     * @param point where
     * @param queries how many of the places to look at
     * @param slope receives the derivatives by the coordinates of the place
     * @return the score
     */
    double of(PosteriorPoint point, int queries, double[] slope);
}
