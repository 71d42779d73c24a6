package org.aepsych.strategies.gp;

/** A latent function whose hyper-parameters are not set yet. Immutable, thread-safe. */
@FunctionalInterface
public interface LatentShape {
    /**
     * Sets the hyper-parameters.
     *
     * @param data the trials, for models that take their units from them
     * @param coordinates of the hyper-parameters
     * @return what is believed before the trials
     */
    Latent at(TrainingSet data, double[] coordinates);
}
