package org.aepsych.strategies.gp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.aepsych.strategies.math.BoxMinimizer;
import org.aepsych.strategies.math.TimeBudget;
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
    public static final int MOST_FITTED = 250;

    private static final double FIT_TOLERANCE = 1e-4;
    private static final double GRADIENT_TOLERANCE = 0.05;
    private static final int COLD_EVALUATIONS = 30;
    private static final int WARM_EVALUATIONS = 10;
    private static final int MOST_FROM_SCRATCH = 30;
    private static final int FROM_SCRATCH_EVERY = 40;

    /** Smaller differences of the evidence are those of unfinished searches. */
    private static final double LEAST_GAIN = 0.1;

    private final Hyperparameters hyperparameters;
    private final LatentShape shape;
    private final Approximation approximation;
    private final TimeBudget budget;
    private final int levels;

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
        this(hyperparameters, shape, approximation, 2);
    }

    /**
     * A model.
     *
     * @param hyperparameters all of them; must not be changed afterwards
     * @param shape the latent function
     * @param approximation how posteriors are found
     * @param levels how many different outcomes there can be; see {@link Model#levels}
     */
    public GpModel(Hyperparameters hyperparameters, LatentShape shape, Approximation approximation, int levels) {
        this.hyperparameters = hyperparameters;
        this.shape = shape;
        this.approximation = approximation;
        this.levels = levels;
        budget = approximation.budget();
    }

    /** How a fit ended; recorded after the hyper-parameters of models whose fits have a budget of time. */
    private enum Ending {
        /** By itself. */
        COMPLETE(0),
        /** The time was up; the best hyper-parameters so far are taken. */
        CUT_SHORT(1),
        /** The time was up before anything better than the earlier hyper-parameters was found. */
        KEPT(2);

        private final double recorded;

        Ending(double recorded) {
            this.recorded = recorded;
        }
    }

    /** Fits hyper-parameters from scratch: the best of several starts is improved. */
    @Override
    public List<Double> fit(TrainingSet data) {
        if (data.size() == 0) {
            return list(hyperparameters.start(), Ending.COMPLETE);
        }
        Search search = new Search(data);
        double[] start = hyperparameters.start();
        return search.ended(search.elsewhere().point(), start);
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
        Search search = new Search(data);
        double[] before = array(from);
        BoxMinimizer.Minimum near = search.minimum(before, WARM_EVALUATIONS);
        boolean rarely = data.trials() > MOST_FROM_SCRATCH && data.trials() % FROM_SCRATCH_EVERY != 0;
        if (rarely || search.late) {
            return search.ended(near.point(), before);
        }
        BoxMinimizer.Minimum elsewhere = search.elsewhere();
        return search.ended((elsewhere.value() < near.value() - LEAST_GAIN ? elsewhere : near).point(), before);
    }

    @Override
    public List<Double> refit(TrainingSet data, List<Double> from) {
        if (data.size() == 0) {
            return from;
        }
        Search search = new Search(data);
        double[] before = array(from);
        return search.ended(search.minimum(before, WARM_EVALUATIONS).point(), before);
    }

    /** One search for hyper-parameters, within the budget of time. */
    private final class Search {
        private final Evidence evidence;
        private final BooleanSupplier watch = budget.begin();
        private boolean late;

        Search(TrainingSet data) {
            evidence = evidence(data);
        }

        private boolean late() {
            late |= watch.getAsBoolean();
            return late;
        }

        BoxMinimizer.Minimum minimum(double[] start, int evaluations) {
            BoxMinimizer minimizer = new BoxMinimizer(
                    hyperparameters.lower(), hyperparameters.upper(), evaluations, GRADIENT_TOLERANCE, this::late);
            return minimizer.minimize(evidence, start);
        }

        /** Improves the best of several starts. */
        BoxMinimizer.Minimum elsewhere() {
            double[] best = hyperparameters.start();
            double least = Double.POSITIVE_INFINITY;
            for (double[] start : starts()) {
                double value = evidence.at(start, new double[start.length]);
                if (value < least) {
                    least = value;
                    best = start;
                }
                if (late()) {
                    break;
                }
            }
            return minimum(best, late ? 1 : COLD_EVALUATIONS);
        }

        List<Double> ended(double[] point, double[] before) {
            if (!late) {
                return list(point, Ending.COMPLETE);
            }
            return list(point, Arrays.equals(point, before) ? Ending.KEPT : Ending.CUT_SHORT);
        }
    }

    /** Returns minus the logarithms of evidence and prior. */
    double improbability(TrainingSet data, List<Double> coordinates) {
        return data.size() == 0 ? 0 : evidence(data).at(array(coordinates), new double[hyperparameters.size()]);
    }

    @Override
    public Posterior posterior(TrainingSet data, List<Double> coordinates) {
        Latent latent = shape.at(data, array(coordinates));
        Sites sites = approximation.sites(data, latent);
        sites.run(approximation.tolerance(data));
        return sites.posterior();
    }

    @Override
    public int size() {
        return hyperparameters.size();
    }

    @Override
    public int levels() {
        return levels;
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

    private List<Double> list(double[] coordinates, Ending ending) {
        List<Double> list = new ArrayList<>();
        for (double coordinate : coordinates) {
            list.add(coordinate);
        }
        if (budget.limited()) {
            list.add(ending.recorded);
        }
        return List.copyOf(list);
    }

    private double[] array(List<Double> coordinates) {
        return coordinates.stream()
                .limit(hyperparameters.size())
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
