package org.aepsych.strategies.gp;

import java.util.List;
import org.aepsych.strategies.kernel.KernelShape;
import org.aepsych.strategies.kernel.SlopeOffset;
import org.aepsych.strategies.outcome.Likelihood;
import org.aepsych.strategies.prior.Hyperparameters;

/**
 * The latent function k(context) (intensity − c(context)) with independent Gaussian processes k, the slope, and c, the
 * threshold-like offset (S. Keeley, B. Letham, C. Sanders, C. Tymms and M. Shvartsman, A semi-parametric model for decision
 * making in high-dimensional sensory discrimination tasks, AAAI 2023). Hyper-parameters are fitted to the one Gaussian
 * process with the same moments, whose evidence has an exact gradient; the posterior is one of both functions. Immutable.
 */
public final class SemiParametricModel implements Model {
    private static final double TOLERANCE = 1e-8;

    private final KernelShape slope;
    private final KernelShape offset;
    private final double slopeMean;
    private final int intensity;
    private final Likelihood likelihood;
    private final GpModel moments;

    /**
     * A model.
     *
     * @param hyperparameters those of both covariances
     * @param slope covariance of k
     * @param offset covariance of c
     * @param slopeMean prior mean of k
     * @param intensity which coordinate of a place is the intensity
     * @param likelihood of outcomes
     * @param approximation how hyper-parameters are fitted
     */
    public SemiParametricModel(
            Hyperparameters hyperparameters,
            KernelShape slope,
            KernelShape offset,
            double slopeMean,
            int intensity,
            Likelihood likelihood,
            Approximation approximation) {
        this.slope = slope;
        this.offset = offset;
        this.slopeMean = slopeMean;
        this.intensity = intensity;
        this.likelihood = likelihood;
        moments = new GpModel(
                hyperparameters,
                (data, x) -> {
                    SlopeOffset product = new SlopeOffset(slope.at(x), offset.at(x), slopeMean, 0, intensity);
                    return new Latent(product.mean(), product, likelihood);
                },
                approximation);
    }

    @Override
    public List<Double> fit(TrainingSet data) {
        return moments.fit(data);
    }

    @Override
    public List<Double> fit(TrainingSet data, List<Double> from) {
        return moments.fit(data, from);
    }

    @Override
    public List<Double> refit(TrainingSet data, List<Double> from) {
        return moments.refit(data, from);
    }

    @Override
    public Posterior posterior(TrainingSet data, List<Double> coordinates) {
        double[] x = coordinates.stream().mapToDouble(Double::doubleValue).toArray();
        SlopeOffsetSites sites = new SlopeOffsetSites(
                data, new SlopeOffset(slope.at(x), offset.at(x), slopeMean, 0, intensity), likelihood);
        sites.run(TOLERANCE);
        return sites.posterior();
    }

    @Override
    public int size() {
        return moments.size();
    }
}
