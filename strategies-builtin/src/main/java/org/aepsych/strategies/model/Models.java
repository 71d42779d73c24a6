package org.aepsych.strategies.model;

import org.aepsych.strategies.gp.Approximation;
import org.aepsych.strategies.gp.GpModel;
import org.aepsych.strategies.gp.Latent;
import org.aepsych.strategies.gp.Model;
import org.aepsych.strategies.kernel.KernelShape;
import org.aepsych.strategies.kernel.LatentParts;
import org.aepsych.strategies.kernel.LatentPriors;
import org.aepsych.strategies.kernel.PriorSet;
import org.aepsych.strategies.kernel.StimulusSpace;
import org.aepsych.strategies.outcome.BinaryLikelihood;
import org.aepsych.strategies.outcome.Likelihood;
import org.aepsych.strategies.outcome.Link;
import org.aepsych.strategies.prior.Hyperparameters;

/** Models put together from their parts. */
public final class Models {
    private Models() {}

    /**
     * Binary outcomes of single stimuli: P(1) is the link's value at a Gaussian process.
     *
     * @param space the stimuli
     * @param priors of the hyper-parameters
     * @param link between latent function and probability
     * @return the model
     */
    public static GpModel classification(StimulusSpace space, PriorSet priors, Link link) {
        Hyperparameters hyperparameters = new Hyperparameters();
        LatentParts parts = LatentPriors.standard(space, priors, hyperparameters);
        return of(parts, new BinaryLikelihood(link), hyperparameters);
    }

    /**
     * Comparisons of two stimuli: P(the second is preferred) is Φ((f(second) − f(first))/√2), f a Gaussian process.
     *
     * @param space of one stimulus
     * @param priors of the hyper-parameters; the mean has no effect
     * @return the model
     */
    public static Model comparison(StimulusSpace space, PriorSet priors) {
        Hyperparameters hyperparameters = new Hyperparameters();
        LatentParts utility = LatentPriors.standard(space, priors.withFixedMean(0), hyperparameters);
        return comparison(space, utility.kernel(), hyperparameters, Approximation.EXACT);
    }

    /** Comparisons of two stimuli with a utility of some covariance. */
    static Model comparison(
            StimulusSpace space, KernelShape utility, Hyperparameters hyperparameters, Approximation approximation) {
        return of(
                LatentPriors.compared(space, utility),
                new BinaryLikelihood(Link.probit(0)),
                hyperparameters,
                approximation);
    }

    /** Outcomes whose likelihood has no hyper-parameters. */
    static GpModel of(LatentParts parts, Likelihood likelihood, Hyperparameters hyperparameters) {
        return of(parts, likelihood, hyperparameters, Approximation.EXACT);
    }

    /** Outcomes whose likelihood has no hyper-parameters. */
    static GpModel of(
            LatentParts parts, Likelihood likelihood, Hyperparameters hyperparameters, Approximation approximation) {
        return new GpModel(
                hyperparameters,
                (data, x) -> new Latent(parts.mean().at(x), parts.kernel().at(x), likelihood),
                approximation);
    }
}
