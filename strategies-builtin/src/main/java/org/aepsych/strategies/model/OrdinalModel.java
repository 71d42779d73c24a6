package org.aepsych.strategies.model;

import org.aepsych.strategies.gp.Approximation;
import org.aepsych.strategies.gp.GpModel;
import org.aepsych.strategies.gp.Latent;
import org.aepsych.strategies.gp.LatentShape;
import org.aepsych.strategies.gp.Model;
import org.aepsych.strategies.kernel.LatentParts;
import org.aepsych.strategies.outcome.OrdinalLikelihood;
import org.aepsych.strategies.prior.Hyperparameter;
import org.aepsych.strategies.prior.Hyperparameters;
import org.aepsych.strategies.prior.Prior;

/** Ordered categories: a Gaussian process plus standard normal noise, cut into intervals that are fitted. */
final class OrdinalModel {
    private static final double NARROWEST = 0.01;
    private static final double WIDEST = 20;

    private OrdinalModel() {}

    /**
     * Makes a model.
     *
     * @param parts of the latent function
     * @param levels how many categories, from 2
     * @param hyperparameters those of the parts; the widths of the categories are added to them
     * @param approximation how posteriors are found
     * @return the model
     */
    static Model of(LatentParts parts, int levels, Hyperparameters hyperparameters, Approximation approximation) {
        int first = hyperparameters.size();
        for (int k = 1; k < levels - 1; k++) {
            hyperparameters.add(new Hyperparameter(
                    "width of category " + k,
                    Hyperparameter.Role.INCREMENT,
                    new Prior.Gamma(2, 1),
                    NARROWEST,
                    WIDEST,
                    1));
        }
        LatentShape shape = (data, x) -> {
            double[] widths = new double[levels - 2];
            for (int k = 0; k < widths.length; k++) {
                widths[k] = hyperparameters.value(first + k, x);
            }
            return new Latent(parts.mean().at(x), parts.kernel().at(x), new OrdinalLikelihood(widths, first));
        };
        return new GpModel(hyperparameters, shape, approximation, levels);
    }
}
