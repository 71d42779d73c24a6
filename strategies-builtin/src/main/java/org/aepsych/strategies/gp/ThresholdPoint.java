package org.aepsych.strategies.gp;

/** The power of a {@link PosteriorPoint} to say at which intensity the latent function crosses a level in its context. */
public interface ThresholdPoint {
    /**
     * Returns how uncertain the threshold is, thresholds far outside of the space being taken to its margin.
     *
     * @param level of the latent function
     * @return the variance in model coordinates of the intensity
     */
    double thresholdVariance(double level);
}
