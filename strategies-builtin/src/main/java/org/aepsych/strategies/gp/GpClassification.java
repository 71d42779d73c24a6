package org.aepsych.strategies.gp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aepsych.strategies.math.BoxMinimizer;

/**
 * Gaussian-process classification with a probit link: P(yes) = Φ(f), f a Gaussian process with a constant mean and a
 * squared exponential covariance, whose hyper-parameters are those of highest posterior density. Immutable.
 *
 * <p>A fit costs a fixed number of evaluations of the evidence and no more, and is made from at most {@link #MOST_FITTED}
 * trials spread over the session, because the cost grows with their cube; the posterior is conditioned on all trials.
 */
public final class GpClassification {
    /** How many trials hyper-parameters are fitted to at most. */
    public static final int MOST_FITTED = 100;

    private static final double FIT_TOLERANCE = 1e-4;
    private static final double TOLERANCE = 1e-9;
    private static final double GRADIENT_TOLERANCE = 0.05;
    private static final int COLD_EVALUATIONS = 30;
    private static final int WARM_EVALUATIONS = 10;

    private static final double MOST_MEAN = 4;
    private static final double LEAST_SCALE = 0.01;
    private static final double MOST_AMPLITUDE = 200;
    private static final double MOST_LENGTHSCALE = 50;

    private final HyperPrior prior;

    /**
     * A model with a prior.
     *
     * @param prior of the hyper-parameters
     */
    public GpClassification(HyperPrior prior) {
        this.prior = prior;
    }

    /**
     * Fits hyper-parameters from scratch: the best of several starts about the prior's mode is improved.
     *
     * @param data the trials; without any, the result is the prior's mode
     * @return the hyper-parameters
     */
    public Hyperparameters fit(TrainingSet data) {
        Hyperparameters mode = prior.mode(data.dimension());
        if (data.size() == 0) {
            return mode;
        }
        Evidence evidence = new Evidence(data.thinned(MOST_FITTED), prior, FIT_TOLERANCE);
        double[] best = mode.toArray();
        double least = Double.POSITIVE_INFINITY;
        for (double[] start : starts(mode)) {
            double value = evidence.at(start, new double[start.length]);
            if (value < least) {
                least = value;
                best = start;
            }
        }
        return minimize(evidence, best, COLD_EVALUATIONS);
    }

    /**
     * Adapts hyper-parameters to more trials.
     *
     * @param data the trials
     * @param from hyper-parameters fitted to fewer of them
     * @return the hyper-parameters
     */
    public Hyperparameters refit(TrainingSet data, Hyperparameters from) {
        if (data.size() == 0) {
            return from;
        }
        Evidence evidence = new Evidence(data.thinned(MOST_FITTED), prior, FIT_TOLERANCE);
        return minimize(evidence, from.toArray(), WARM_EVALUATIONS);
    }

    /**
     * Conditions the latent function on trials.
     *
     * @param data the trials
     * @param hyperparameters fitted before
     * @return the posterior
     */
    public Posterior posterior(TrainingSet data, Hyperparameters hyperparameters) {
        RbfKernel kernel = new RbfKernel(hyperparameters, data.nominal());
        ExpectationPropagation sites = new ExpectationPropagation(data);
        sites.run(kernel, hyperparameters.mean(), TOLERANCE);
        return new Posterior(data, hyperparameters.mean(), kernel, sites);
    }

    private static List<double[]> starts(Hyperparameters mode) {
        List<double[]> starts = new ArrayList<>();
        for (double scale : new double[] {1, 0.4, 2.5}) {
            double[] start = mode.toArray();
            for (int i = Hyperparameters.LENGTHSCALES; i < start.length; i++) {
                start[i] += StrictMath.log(scale);
            }
            starts.add(start);
        }
        return starts;
    }

    private static Hyperparameters minimize(Evidence evidence, double[] start, int evaluations) {
        double[] lower = new double[start.length];
        double[] upper = new double[start.length];
        Arrays.fill(lower, StrictMath.log(LEAST_SCALE));
        Arrays.fill(upper, StrictMath.log(MOST_LENGTHSCALE));
        lower[Hyperparameters.MEAN] = -MOST_MEAN;
        upper[Hyperparameters.MEAN] = MOST_MEAN;
        upper[Hyperparameters.AMPLITUDE] = StrictMath.log(MOST_AMPLITUDE);
        BoxMinimizer minimizer = new BoxMinimizer(lower, upper, evaluations, GRADIENT_TOLERANCE);
        return Hyperparameters.of(minimizer.minimize(evidence, start).point());
    }
}
