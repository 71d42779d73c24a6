package org.aepsych.strategies.gp;

import org.aepsych.strategies.math.TimeBudget;

/**
 * How posteriors are found.
 *
 * @param inference for hyper-parameters, and for posteriors of few trials
 * @param inducing beyond how many trials the posterior goes through so many inducing points, from 1
 * @param method how these are chosen
 * @param budget how long a fit of hyper-parameters may take
 */
public record Approximation(Inference inference, int inducing, InducingMethod method, TimeBudget budget) {
    /** Expectation propagation with all trials. */
    public static final Approximation EXACT = new Approximation(Inference.EXPECTATION_PROPAGATION, Integer.MAX_VALUE);

    /** Natural-gradient steps come near quickly, and then approach slowly what differs from it by less than draws do. */
    private static final double NEAR = 1e-5;

    private static final double NEAREST = 1e-7;

    /**
     * An approximation with the usual inducing points, whose fits take as long as they take.
     *
     * @param inference for hyper-parameters, and for posteriors of few trials
     * @param inducing beyond how many trials the posterior goes through so many inducing points, from 1
     */
    public Approximation(Inference inference, int inducing) {
        this(inference, inducing, InducingMethod.GREEDY, TimeBudget.UNLIMITED);
    }

    double tolerance(TrainingSet data) {
        return sparse(data) || inference == Inference.VARIATIONAL ? NEAR : NEAREST;
    }

    private boolean sparse(TrainingSet data) {
        return data.trials() > inducing;
    }

    Sites sites(TrainingSet data, Latent latent) {
        return sparse(data)
                ? new SparseSites(data, latent, method.choose(data, latent.kernel(), inducing))
                : inference.sites(data, latent);
    }
}
