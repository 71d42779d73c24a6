package org.aepsych.strategies.gp;

/**
 * How posteriors are found.
 *
 * @param inference for hyper-parameters, and for posteriors of few trials
 * @param inducing beyond how many trials the posterior goes through so many inducing points, from 1
 */
public record Approximation(Inference inference, int inducing) {
    /** Expectation propagation with all trials. */
    public static final Approximation EXACT = new Approximation(Inference.EXPECTATION_PROPAGATION, Integer.MAX_VALUE);

    Sites sites(TrainingSet data, Latent latent) {
        return data.trials() > inducing ? new SparseSites(data, latent, inducing) : inference.sites(data, latent);
    }
}
