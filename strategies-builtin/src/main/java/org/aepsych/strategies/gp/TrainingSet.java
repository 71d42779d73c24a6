package org.aepsych.strategies.gp;

/** Stimuli as models see them, and whether the response to each was 1. */
public final class TrainingSet {
    private final double[][] x;
    private final boolean[] yes;
    private final boolean[] nominal;

    /**
     * Takes trials; the arrays must not be changed afterwards.
     *
     * @param x one row of model coordinates for each trial
     * @param yes whether each response was 1
     * @param nominal which coordinates are labels, so that only equal or different counts
     */
    public TrainingSet(double[][] x, boolean[] yes, boolean[] nominal) {
        if (x.length != yes.length) {
            throw new IllegalArgumentException("there are " + x.length + " stimuli, but " + yes.length + " responses");
        }
        this.x = x;
        this.yes = yes;
        this.nominal = nominal;
    }

    /**
     * Returns the number of trials.
     *
     * @return from 0
     */
    public int size() {
        return x.length;
    }

    int dimension() {
        return nominal.length;
    }

    double[] x(int trial) {
        return x[trial];
    }

    /** Returns 1 for yes and −1 for no. */
    double sign(int trial) {
        return yes[trial] ? 1 : -1;
    }

    boolean[] nominal() {
        return nominal;
    }

    /** Returns at most so many trials, evenly spread over the session. */
    TrainingSet thinned(int most) {
        if (size() <= most) {
            return this;
        }
        double[][] fewer = new double[most][];
        boolean[] responses = new boolean[most];
        for (int i = 0; i < most; i++) {
            int trial = (int) ((long) i * size() / most);
            fewer[i] = x[trial];
            responses[i] = yes[trial];
        }
        return new TrainingSet(fewer, responses, nominal);
    }
}
