package org.aepsych.strategies.model;

import java.util.List;
import org.aepsych.strategies.gp.GpModel;
import org.aepsych.strategies.gp.Latent;
import org.aepsych.strategies.gp.LatentShape;
import org.aepsych.strategies.gp.Model;
import org.aepsych.strategies.gp.Posterior;
import org.aepsych.strategies.gp.TrainingSet;
import org.aepsych.strategies.kernel.LatentParts;
import org.aepsych.strategies.kernel.Standardized;
import org.aepsych.strategies.outcome.GaussianLikelihood;
import org.aepsych.strategies.prior.Hyperparameter;
import org.aepsych.strategies.prior.Hyperparameters;
import org.aepsych.strategies.prior.Prior;

/**
 * Continuous outcomes: a Gaussian process plus independent normal noise. Priors are about outcomes of mean 0 and standard
 * deviation 1; the units of the experiment are taken from its outcomes, so results are in these units. Immutable.
 */
final class RegressionModel implements Model {
    private static final double LEAST_NOISE = 1e-4;
    private static final double MOST_NOISE = 10;
    private static final double NOISE_START = StrictMath.log(2);

    private final Model model;

    /**
     * A model.
     *
     * @param parts of the latent function
     * @param hyperparameters those of the parts; the noise is added to them
     */
    RegressionModel(LatentParts parts, Hyperparameters hyperparameters) {
        int noise = hyperparameters.add(new Hyperparameter(
                "noise", Hyperparameter.Role.VARIANCE, new Prior.Flat(), LEAST_NOISE, MOST_NOISE, NOISE_START));
        LatentShape shape = (data, x) -> {
            Standardized units = units(data);
            return new Latent(
                    units.mean(parts.mean().at(x)),
                    units.kernel(parts.kernel().at(x)),
                    new GaussianLikelihood(units.square() * hyperparameters.value(noise, x), noise));
        };
        model = new GpModel(hyperparameters, shape);
    }

    private static Standardized units(TrainingSet data) {
        return Standardized.of(data.trialOutcomes());
    }

    @Override
    public List<Double> fit(TrainingSet data) {
        return model.fit(data);
    }

    @Override
    public List<Double> refit(TrainingSet data, List<Double> from) {
        return model.refit(data, from);
    }

    @Override
    public Posterior posterior(TrainingSet data, List<Double> hyperparameters) {
        return model.posterior(data, hyperparameters);
    }

    @Override
    public int size() {
        return model.size();
    }

    @Override
    public int levels() {
        return 0;
    }
}
