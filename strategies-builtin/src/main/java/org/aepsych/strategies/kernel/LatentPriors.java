package org.aepsych.strategies.kernel;

import org.aepsych.strategies.prior.Hyperparameters;

/** Priors of latent functions, put together from means and covariances. */
public final class LatentPriors {
    private LatentPriors() {}

    /**
     * A constant mean and a squared exponential covariance with a length-scale for each dimension.
     *
     * @param space the stimuli
     * @param priors of the hyper-parameters
     * @param hyperparameters to which those of the prior are added
     * @return the prior
     */
    public static LatentParts standard(StimulusSpace space, PriorSet priors, Hyperparameters hyperparameters) {
        MeanShape mean = mean(priors, hyperparameters);
        int[] all = new int[space.dimension()];
        java.util.Arrays.setAll(all, j -> j);
        return new LatentParts(
                mean,
                amplitude(
                        priors,
                        "amplitude",
                        hyperparameters,
                        () -> radial(Radial.Profile.SQUARED_EXPONENTIAL, space, all, priors, hyperparameters)));
    }

    /**
     * Turns the prior of a utility into that of the latent function of comparisons, whose mean is 0.
     *
     * @param space of one stimulus
     * @param utility covariance of the utility
     * @return the prior
     */
    public static LatentParts compared(StimulusSpace space, KernelShape utility) {
        int dimension = space.dimension();
        return new LatentParts(
                MeanShape.fixed(0), coordinates -> new PairDifference(utility.at(coordinates), dimension));
    }

    static MeanShape mean(PriorSet priors, Hyperparameters hyperparameters) {
        if (priors.fixedMean().isPresent()) {
            return MeanShape.fixed(priors.fixedMean().getAsDouble());
        }
        int index = hyperparameters.add(priors.meanParameter("mean"));
        return coordinates -> MeanFunction.constant(hyperparameters.value(index, coordinates), index);
    }

    static KernelShape amplitude(
            PriorSet priors,
            String name,
            Hyperparameters hyperparameters,
            java.util.function.Supplier<KernelShape> kernel) {
        if (priors.fixedAmplitude().isPresent()) {
            double variance = priors.fixedAmplitude().getAsDouble();
            KernelShape shape = kernel.get();
            return coordinates -> new Scaled(variance, -1, shape.at(coordinates));
        }
        int index = hyperparameters.add(priors.amplitudeParameter(name));
        KernelShape shape = kernel.get();
        return coordinates -> new Scaled(hyperparameters.value(index, coordinates), index, shape.at(coordinates));
    }

    static KernelShape radial(
            Radial.Profile profile,
            StimulusSpace space,
            int[] dimensions,
            PriorSet priors,
            Hyperparameters hyperparameters) {
        boolean[] nominal = space.nominal();
        int[] indices = new int[dimensions.length];
        for (int d = 0; d < dimensions.length; d++) {
            indices[d] =
                    hyperparameters.add(priors.lengthscaleParameter("lengthscale of " + space.name(dimensions[d])));
        }
        return coordinates -> {
            double[] lengthscales = new double[indices.length];
            for (int d = 0; d < indices.length; d++) {
                lengthscales[d] = hyperparameters.value(indices[d], coordinates);
            }
            return new Radial(profile, dimensions, nominal, indices, lengthscales);
        };
    }
}
