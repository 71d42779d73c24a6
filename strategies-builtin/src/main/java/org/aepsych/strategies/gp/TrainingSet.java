package org.aepsych.strategies.gp;

import java.util.Arrays;
import org.aepsych.strategies.outcome.GaussianLikelihood;
import org.aepsych.strategies.outcome.Likelihood;

/**
 * What a model learns from: stimuli as models see them with what came of each, and perhaps anchors, places where the
 * latent function is believed to have a value before anything is observed. Immutable.
 */
public final class TrainingSet {
    private final double[][] x;
    private final double[] outcomes;
    /** Variance of the belief about an anchor; 0 for trials. Anchors come after all trials. */
    private final double[] anchorVariances;

    private final int trials;

    private TrainingSet(double[][] x, double[] outcomes, double[] anchorVariances, int trials) {
        this.x = x;
        this.outcomes = outcomes;
        this.anchorVariances = anchorVariances;
        this.trials = trials;
    }

    /**
     * Takes trials; the arrays must not be changed afterwards.
     *
     * @param x one row of model coordinates for each trial: of the stimulus, or of both stimuli one after the other
     * @param outcomes what was observed in each
     * @return the set
     */
    public static TrainingSet of(double[][] x, double[] outcomes) {
        if (x.length != outcomes.length) {
            throw new IllegalArgumentException(
                    "there are " + x.length + " stimuli, but " + outcomes.length + " outcomes");
        }
        return new TrainingSet(x, outcomes, new double[x.length], x.length);
    }

    /**
     * Takes trials with binary outcomes; the arrays must not be changed afterwards.
     *
     * @param x one row of model coordinates for each trial
     * @param yes whether each outcome was 1
     * @return the set
     */
    public static TrainingSet binary(double[][] x, boolean[] yes) {
        double[] outcomes = new double[yes.length];
        for (int i = 0; i < yes.length; i++) {
            outcomes[i] = yes[i] ? 1 : 0;
        }
        return of(x, outcomes);
    }

    /**
     * Adds anchors.
     *
     * @param places one row of model coordinates for each
     * @param values of the latent function
     * @param variances of the belief in the values, above 0
     * @return a new set
     */
    public TrainingSet anchored(double[][] places, double[] values, double[] variances) {
        int n = size();
        int more = n + places.length;
        double[][] allX = Arrays.copyOf(x, more);
        double[] allOutcomes = Arrays.copyOf(outcomes, more);
        double[] allVariances = Arrays.copyOf(anchorVariances, more);
        System.arraycopy(places, 0, allX, n, places.length);
        System.arraycopy(values, 0, allOutcomes, n, places.length);
        System.arraycopy(variances, 0, allVariances, n, places.length);
        return new TrainingSet(allX, allOutcomes, allVariances, trials);
    }

    /**
     * Returns the number of trials and anchors.
     *
     * @return from 0
     */
    public int size() {
        return x.length;
    }

    /**
     * Returns the number of trials.
     *
     * @return from 0
     */
    public int trials() {
        return trials;
    }

    /**
     * Returns what was observed.
     *
     * @return a new array with one number for each trial, anchors left out
     */
    public double[] trialOutcomes() {
        return Arrays.copyOf(outcomes, trials);
    }

    double[] x(int trial) {
        return x[trial];
    }

    double outcome(int trial) {
        return outcomes[trial];
    }

    boolean anchor(int i) {
        return i >= trials;
    }

    double anchorVariance(int i) {
        return anchorVariances[i];
    }

    /** Returns how an outcome depends on the latent value there. */
    Likelihood likelihood(int i, Latent latent) {
        return anchor(i) ? belief(i) : latent.likelihood();
    }

    Likelihood belief(int i) {
        return new GaussianLikelihood(anchorVariances[i], -1);
    }

    /** Returns at most so many trials, evenly spread over the session, and all anchors. */
    TrainingSet thinned(int most) {
        if (trials <= most) {
            return this;
        }
        int anchors = size() - trials;
        double[][] fewer = new double[most + anchors][];
        double[] kept = new double[most + anchors];
        double[] variances = new double[most + anchors];
        for (int i = 0; i < most + anchors; i++) {
            int from = i < most ? (int) ((long) i * trials / most) : trials + i - most;
            fewer[i] = x[from];
            kept[i] = outcomes[from];
            variances[i] = anchorVariances[from];
        }
        return new TrainingSet(fewer, kept, variances, most);
    }
}
