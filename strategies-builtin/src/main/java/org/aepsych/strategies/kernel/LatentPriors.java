package org.aepsych.strategies.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
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
        int[] all = new int[space.dimension()];
        Arrays.setAll(all, j -> j);
        return radial(space, Smoothness.SQUARED_EXPONENTIAL, all, priors, hyperparameters);
    }

    /**
     * A constant mean and a covariance that falls with the distance, with a length-scale for each dimension.
     *
     * @param space the stimuli
     * @param smoothness of the latent function
     * @param dimensions on which it depends
     * @param priors of the hyper-parameters
     * @param hyperparameters to which those of the prior are added
     * @return the prior
     */
    public static LatentParts radial(
            StimulusSpace space,
            Smoothness smoothness,
            int[] dimensions,
            PriorSet priors,
            Hyperparameters hyperparameters) {
        MeanShape mean = mean(priors, hyperparameters);
        return new LatentParts(
                mean,
                amplitude(
                        priors,
                        "amplitude",
                        hyperparameters,
                        () -> radial(smoothness.profile(), space, dimensions, "", priors, hyperparameters)));
    }

    /**
     * A constant mean and the sum of a squared exponential covariance over the context and one of functions proportional
     * to the intensity (X. Song, R. Garnett and D. Barbour, Psychometric function estimation by probabilistic
     * classification, JASA 141, 2017).
     *
     * @param space the stimuli
     * @param intensity which dimension is the intensity
     * @param everywhere whether the squared exponential depends on the intensity too
     * @param priors of the hyper-parameters
     * @param hyperparameters to which those of the prior are added
     * @return the prior
     */
    public static LatentParts additive(
            StimulusSpace space, int intensity, boolean everywhere, PriorSet priors, Hyperparameters hyperparameters) {
        MeanShape mean = mean(priors, hyperparameters);
        int[] dimensions = IntStream.range(0, space.dimension())
                .filter(j -> everywhere || j != intensity)
                .toArray();
        KernelShape context = amplitude(
                priors,
                "amplitude of the context",
                hyperparameters,
                () -> radial(Radial.Profile.SQUARED_EXPONENTIAL, space, dimensions, "", priors, hyperparameters));
        KernelShape slope =
                amplitude(priors, "amplitude of the intensity", hyperparameters, () -> x -> new Linear(intensity));
        return new LatentParts(mean, x -> new Sum(context.at(x), slope.at(x)));
    }

    /**
     * A constant mean, and a covariance of numbers and labels that is a sum and a product: s₁²(k + k_labels) + s₂² k′
     * k′_labels (the mixed Gaussian process of BoTorch).
     *
     * @param space the stimuli, with at least one label
     * @param smoothness of the latent function
     * @param numbers on which dimensions that are no labels it depends
     * @param priors of the hyper-parameters
     * @param hyperparameters to which those of the prior are added
     * @return the prior
     */
    public static LatentParts mixed(
            StimulusSpace space,
            Smoothness smoothness,
            int[] numbers,
            PriorSet priors,
            Hyperparameters hyperparameters) {
        MeanShape mean = mean(priors, hyperparameters);
        int[] labels = labels(space);
        if (numbers.length == 0) {
            return new LatentParts(
                    mean,
                    amplitude(
                            priors,
                            "amplitude",
                            hyperparameters,
                            () -> labels(space, labels, "", priors, hyperparameters)));
        }
        KernelShape sum = amplitude(priors, "amplitude of the sum", hyperparameters, () -> {
            KernelShape k = radial(smoothness.profile(), space, numbers, " in the sum", priors, hyperparameters);
            KernelShape l = labels(space, labels, " in the sum", priors, hyperparameters);
            return x -> new Sum(k.at(x), l.at(x));
        });
        KernelShape product = amplitude(priors, "amplitude of the product", hyperparameters, () -> {
            KernelShape k = radial(smoothness.profile(), space, numbers, " in the product", priors, hyperparameters);
            KernelShape l = labels(space, labels, " in the product", priors, hyperparameters);
            return x -> new Product(k.at(x), l.at(x));
        });
        return new LatentParts(mean, x -> new Sum(sum.at(x), product.at(x)));
    }

    /**
     * A constant mean, and the product of a covariance of numbers, which has the variance 1, and a covariance matrix of the
     * values of each label.
     *
     * @param space the stimuli, with at least one label
     * @param smoothness of the latent function
     * @param numbers on which dimensions that are no labels it depends
     * @param matrices one for each label, in order
     * @param priors of the hyper-parameters; that of the variance tells where fits begin
     * @param hyperparameters to which those of the prior are added
     * @return the prior
     */
    public static LatentParts indexed(
            StimulusSpace space,
            Smoothness smoothness,
            int[] numbers,
            List<LabelMatrix> matrices,
            PriorSet priors,
            Hyperparameters hyperparameters) {
        MeanShape mean = mean(priors, hyperparameters);
        int[] labels = labels(space);
        double variance = priors.fixedAmplitude().orElse(priors.amplitudeStart());
        double each = StrictMath.pow(variance, 1.0 / labels.length);
        KernelShape product = radial(smoothness.profile(), space, numbers, "", priors, hyperparameters);
        for (int l = 0; l < labels.length; l++) {
            KernelShape others = product;
            KernelShape own = matrices.get(l).add(space.name(labels[l]), labels[l], each, hyperparameters);
            product = coordinates -> new Product(others.at(coordinates), own.at(coordinates));
        }
        return new LatentParts(mean, product);
    }

    private static int[] labels(StimulusSpace space) {
        return IntStream.range(0, space.dimension()).filter(space::nominal).toArray();
    }

    /**
     * The difference of the latent function at two stimuli that both are parts of one place, with mean 0.
     *
     * @param space the coordinates of a place
     * @param first places of the first stimulus' coordinates
     * @param second places of the second stimulus' coordinates, as many
     * @param shared places of the coordinates that both have in common
     * @param priors of the hyper-parameters; the mean has no effect
     * @param hyperparameters to which those of the prior are added
     * @return the prior
     */
    public static LatentParts halves(
            StimulusSpace space,
            int[] first,
            int[] second,
            int[] shared,
            PriorSet priors,
            Hyperparameters hyperparameters) {
        StimulusSpace half =
                new StimulusSpace(Arrays.stream(first).mapToObj(space::name).toList(), nominal(space, first));
        LatentParts utility = standard(half, priors.withFixedMean(0), hyperparameters);
        KernelShape common = radial(Radial.Profile.SQUARED_EXPONENTIAL, space, shared, "", priors, hyperparameters);
        return new LatentParts(
                MeanShape.fixed(0), x -> new HalvesDifference(utility.kernel().at(x), common.at(x), first, second));
    }

    /**
     * A covariance over some dimensions, with an amplitude; constant if there are none.
     *
     * @param name what it is the covariance of, for messages
     * @param space the stimuli
     * @param dimensions on which it depends
     * @param priors of the hyper-parameters
     * @param hyperparameters to which those of the covariance are added
     * @return the covariance
     */
    public static KernelShape kernel(
            String name, StimulusSpace space, int[] dimensions, PriorSet priors, Hyperparameters hyperparameters) {
        return amplitude(
                priors,
                "amplitude of the " + name,
                hyperparameters,
                () -> radial(
                        Radial.Profile.SQUARED_EXPONENTIAL,
                        space,
                        dimensions,
                        " in the " + name,
                        priors,
                        hyperparameters));
    }

    private static boolean[] nominal(StimulusSpace space, int[] dimensions) {
        boolean[] nominal = new boolean[dimensions.length];
        for (int d = 0; d < nominal.length; d++) {
            nominal[d] = space.nominal(dimensions[d]);
        }
        return nominal;
    }

    private static KernelShape labels(
            StimulusSpace space, int[] labels, String where, PriorSet priors, Hyperparameters hyperparameters) {
        int[] indices = new int[labels.length];
        for (int d = 0; d < labels.length; d++) {
            indices[d] =
                    hyperparameters.add(priors.lengthscaleParameter("lengthscale of " + space.name(labels[d]) + where));
        }
        return x -> new Overlap(labels, indices, lengthscales(indices, x, hyperparameters));
    }

    private static double[] lengthscales(int[] indices, double[] x, Hyperparameters hyperparameters) {
        double[] lengthscales = new double[indices.length];
        for (int d = 0; d < indices.length; d++) {
            lengthscales[d] = hyperparameters.value(indices[d], x);
        }
        return lengthscales;
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

    private static MeanShape mean(PriorSet priors, Hyperparameters hyperparameters) {
        if (priors.fixedMean().isPresent()) {
            return MeanShape.fixed(priors.fixedMean().getAsDouble());
        }
        int index = hyperparameters.add(priors.meanParameter("mean"));
        return coordinates -> MeanFunction.constant(hyperparameters.value(index, coordinates), index);
    }

    private static KernelShape amplitude(
            PriorSet priors, String name, Hyperparameters hyperparameters, Supplier<KernelShape> kernel) {
        if (priors.fixedAmplitude().isPresent()) {
            double variance = priors.fixedAmplitude().getAsDouble();
            KernelShape shape = kernel.get();
            return coordinates -> new Scaled(variance, -1, shape.at(coordinates));
        }
        int index = hyperparameters.add(priors.amplitudeParameter(name));
        KernelShape shape = kernel.get();
        return coordinates -> new Scaled(hyperparameters.value(index, coordinates), index, shape.at(coordinates));
    }

    private static KernelShape radial(
            Radial.Profile profile,
            StimulusSpace space,
            int[] dimensions,
            String where,
            PriorSet priors,
            Hyperparameters hyperparameters) {
        boolean[] nominal = space.nominal();
        int[] indices = new int[dimensions.length];
        if (!priors.fixedLengthscales().isEmpty()) {
            Arrays.fill(indices, -1);
            double[] fixed = Arrays.stream(dimensions)
                    .mapToDouble(priors.fixedLengthscales()::get)
                    .toArray();
            return x -> new Radial(profile, dimensions, nominal, indices, fixed);
        }
        for (int d = 0; d < dimensions.length; d++) {
            indices[d] = hyperparameters.add(
                    priors.lengthscaleParameter("lengthscale of " + space.name(dimensions[d]) + where));
        }
        return x -> new Radial(profile, dimensions, nominal, indices, lengthscales(indices, x, hyperparameters));
    }
}
