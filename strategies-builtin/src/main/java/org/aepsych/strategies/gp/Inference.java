package org.aepsych.strategies.gp;

/** How a posterior is found. */
public enum Inference {
    /** Expectation propagation: the most exact evidence. */
    EXPECTATION_PROPAGATION {
        @Override
        Sites sites(TrainingSet data, Latent latent) {
            return new ExpectationPropagation(data, latent);
        }
    },
    /** The closest normal distribution, by a lower bound of the evidence; AEPsych's. */
    VARIATIONAL {
        @Override
        Sites sites(TrainingSet data, Latent latent) {
            return new VariationalSites(data, latent);
        }
    };

    abstract Sites sites(TrainingSet data, Latent latent);
}
