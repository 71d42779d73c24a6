package org.aepsych.strategies.gp;

/**
 * An approximate posterior, found by letting a Gaussian site stand for each outcome. Sites stay from run to run, so that
 * runs with little changed hyper-parameters are short. Not thread-safe.
 */
interface Sites {
    /** Goes over to another latent function, with the sites as they are. */
    void condition(Latent other);

    /**
     * Runs to convergence.
     *
     * @param tolerance largest change of a site, relative to its marginal
     */
    void run(double tolerance);

    /** Returns the logarithm of the probability of the outcomes, or a lower bound of it. */
    double logEvidence();

    /** Writes its gradient by the hyper-parameters. */
    void gradient(double[] out);

    /** Returns the posterior that the sites make. */
    Posterior posterior();
}
