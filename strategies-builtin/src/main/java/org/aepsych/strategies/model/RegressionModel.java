package org.aepsych.strategies.model;

import org.aepsych.strategies.gp.Approximation;
import org.aepsych.strategies.gp.GpModel;
import org.aepsych.strategies.gp.Latent;
import org.aepsych.strategies.gp.LatentShape;
import org.aepsych.strategies.gp.Model;
import org.aepsych.strategies.gp.TrainingSet;
import org.aepsych.strategies.kernel.LatentParts;
import org.aepsych.strategies.kernel.Standardized;
import org.aepsych.strategies.outcome.GaussianLikelihood;
import org.aepsych.strategies.prior.Hyperparameter;
import org.aepsych.strategies.prior.Hyperparameters;
import org.aepsych.strategies.prior.Prior;

/**
 * Continuous outcomes: a Gaussian process plus independent normal noise. Priors are about outcomes of mean 0 and standard
 * deviation 1; the units of the experiment are taken from its outcomes, so results are in these units.
 */
final class RegressionModel {
    private static final double LEAST_NOISE = 1e-4;
    private static final double MOST_NOISE = 10;
    private static final double NOISE_START = StrictMath.log(2);

    /** There is no list of outcomes. */
    private static final int CONTINUOUS = 0;

    private RegressionModel() {}

    /**
     * Makes a model.
     *
     * @param parts of the latent function
     * @param hyperparameters those of the parts; the noise is added to them
     * @param approximation how hyper-parameters are fitted
     * @return the model
     */
    static Model of(LatentParts parts, Hyperparameters hyperparameters, Approximation approximation) {
        int noise = hyperparameters.add(new Hyperparameter(
                "noise", Hyperparameter.Role.VARIANCE, new Prior.Flat(), LEAST_NOISE, MOST_NOISE, NOISE_START));
        LatentShape shape = (data, x) -> {
            Standardized units = units(data);
            return new Latent(
                    units.mean(parts.mean().at(x)),
                    units.kernel(parts.kernel().at(x)),
                    new GaussianLikelihood(units.square() * hyperparameters.value(noise, x), noise));
        };
        return new GpModel(hyperparameters, shape, approximation, CONTINUOUS);
    }

    private static Standardized units(TrainingSet data) {
        return Standardized.of(data.trialOutcomes());
    }
}
