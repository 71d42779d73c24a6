package org.aepsych.strategies.gp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aepsych.strategies.math.BoxMinimizer;
import org.aepsych.strategies.prior.Hyperparameter;
import org.aepsych.strategies.prior.Hyperparameters;

/**
 * A Gaussian process whose hyper-parameters are those of highest posterior density. Immutable.
 *
 * <p>A fit costs a fixed number of evaluations of the evidence and no more, and is made from at most {@link #MOST_FITTED}
 * trials spread over the session, because the cost grows with their cube; the posterior is conditioned on all trials.
 */
public final class GpModel implements Model {
    /** How many trials hyper-parameters are fitted to at most. */
    public static final int MOST_FITTED = 100;

    private static final double FIT_TOLERANCE = 1e-4;
    private static final double TOLERANCE = 1e-7;
    private static final double GRADIENT_TOLERANCE = 0.05;
    private static final int COLD_EVALUATIONS = 30;
    private static final int WARM_EVALUATIONS = 10;
    private static final int MOST_FROM_SCRATCH = 30;
    private static final int FROM_SCRATCH_EVERY = 10;

    /** Smaller differences of the evidence are those of unfinished searches. */
    private static final double LEAST_GAIN = 0.1;

    private final Hyperparameters hyperparameters;
    private final LatentShape shape;
    private final Approximation approximation;

    /**
     * A model.
     *
     * @param hyperparameters all of them; must not be changed afterwards
     * @param shape the latent function
     */
    public GpModel(Hyperparameters hyperparameters, LatentShape shape) {
        this(hyperparameters, shape, Approximation.EXACT);
    }

    /**
     * A model.
     *
     * @param hyperparameters all of them; must not be changed afterwards
     * @param shape the latent function
     * @param approximation how posteriors are found
     */
    public GpModel(Hyperparameters hyperparameters, LatentShape shape, Approximation approximation) {
        this.hyperparameters = hyperparameters;
        this.shape = shape;
        this.approximation = approximation;
    }

    /** Fits hyper-parameters from scratch: the best of several starts is improved. */
    @Override
    public List<Double> fit(TrainingSet data) {
        if (data.size() == 0) {
            return list(hyperparameters.start());
        }
        Evidence evidence = evidence(data);
        return list(minimum(evidence, best(evidence), COLD_EVALUATIONS).point());
    }

    private double[] best(Evidence evidence) {
        double[] best = hyperparameters.start();
        double least = Double.POSITIVE_INFINITY;
        for (double[] start : starts()) {
            double value = evidence.at(start, new double[start.length]);
            if (value < least) {
                least = value;
                best = start;
            }
        }
        return best;
    }

    /**
     * Improves the earlier hyper-parameters, and with few trials, or now and then, compares them with what a search that
     * knows nothing of them finds: the more trials there are, the less one more can move the optimum elsewhere.
     */
    @Override
    public List<Double> fit(TrainingSet data, List<Double> from) {
        if (data.size() == 0) {
            return from;
        }
        Evidence evidence = evidence(data);
        BoxMinimizer.Minimum near = minimum(evidence, array(from), WARM_EVALUATIONS);
        if (data.trials() > MOST_FROM_SCRATCH && data.trials() % FROM_SCRATCH_EVERY != 0) {
            return list(near.point());
        }
        BoxMinimizer.Minimum elsewhere = minimum(evidence, best(evidence), COLD_EVALUATIONS);
        return list((elsewhere.value() < near.value() - LEAST_GAIN ? elsewhere : near).point());
    }

    @Override
    public List<Double> refit(TrainingSet data, List<Double> from) {
        if (data.size() == 0) {
            return from;
        }
        return list(minimum(evidence(data), array(from), WARM_EVALUATIONS).point());
    }

    /** Returns minus the logarithms of evidence and prior. */
    double improbability(TrainingSet data, List<Double> coordinates) {
        return data.size() == 0 ? 0 : evidence(data).at(array(coordinates), new double[coordinates.size()]);
    }

    @Override
    public Posterior posterior(TrainingSet data, List<Double> coordinates) {
        Latent latent = shape.at(data, array(coordinates));
        Sites sites = approximation.sites(data, latent);
        sites.run(TOLERANCE);
        return sites.posterior();
    }

    @Override
    public int size() {
        return hyperparameters.size();
    }

    private Evidence evidence(TrainingSet data) {
        return new Evidence(
                shape, hyperparameters, data.thinned(MOST_FITTED), FIT_TOLERANCE, approximation.inference());
    }

    private List<double[]> starts() {
        List<double[]> starts = new ArrayList<>();
        double[] lower = hyperparameters.lower();
        double[] upper = hyperparameters.upper();
        for (double scale : new double[] {1, 0.4, 2.5}) {
            double[] start = hyperparameters.start();
            for (int i = 0; i < start.length; i++) {
                if (hyperparameters.list().get(i).role() == Hyperparameter.Role.LENGTHSCALE) {
                    start[i] = Math.min(upper[i], Math.max(lower[i], start[i] + StrictMath.log(scale)));
                }
            }
            starts.add(start);
        }
        return starts;
    }

    private BoxMinimizer.Minimum minimum(Evidence evidence, double[] start, int evaluations) {
        BoxMinimizer minimizer =
                new BoxMinimizer(hyperparameters.lower(), hyperparameters.upper(), evaluations, GRADIENT_TOLERANCE);
        return minimizer.minimize(evidence, start);
    }

    private static List<Double> list(double[] coordinates) {
        return Arrays.stream(coordinates).boxed().toList();
    }

    private static double[] array(List<Double> coordinates) {
        return coordinates.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
