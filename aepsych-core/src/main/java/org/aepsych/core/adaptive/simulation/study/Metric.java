package org.aepsych.core.adaptive.simulation.study;

import java.util.Set;

/** What learning curves show. */
public enum Metric {
    /** Error of the beliefs about the level set. */
    BRIER("brier", "Brier score of the level set, mean 2 (truth − belief)²"),
    /** Probability of being wrong about the level set. */
    MISCLASSIFICATION("misclassification", "probability of classifying a place wrongly"),
    /** Error of the response probability; where stimuli are compared, of being preferred to that at the lower bounds. */
    RMSE("rmse", "root mean square error of the response probability"),
    /** Error of the threshold, in the parameter's units, or in powers of ten if it is on a logarithmic scale. */
    THRESHOLD_ERROR("threshold_error", "root mean square error of the threshold, in its units"),
    /** Time of an ask since the measurement before. */
    ASK_MILLIS("ask_ms", "mean time of an ask, in milliseconds"),
    /** Error of the mean outcome, which is no probability. */
    OUTCOME_ERROR("outcome_error", "root mean square error of the mean outcome"),
    /** The same in relation to how much mean outcomes differ. */
    RELATIVE_ERROR("relative_error", "root mean square error of the mean outcome, as a share of its range"),
    /** Share of two stimuli whose utilities are put into the wrong order. */
    MISORDERED("misordered", "share of pairs of stimuli in the wrong order"),
    /** What the stimulus that is taken for the best lacks. */
    SHORTFALL("shortfall", "by how much the supposed best stimulus falls short, as a share of the range");

    private static final Set<Metric> ALWAYS = Set.of(BRIER, MISCLASSIFICATION, RMSE, THRESHOLD_ERROR, ASK_MILLIS);

    private final String key;
    private final String title;

    Metric(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /**
     * Returns its name in tables.
     *
     * @return such as {@code brier}
     */
    public String key() {
        return key;
    }

    /**
     * Returns what it is.
     *
     * @return for people
     */
    public String title() {
        return title;
    }

    /**
     * Returns its value.
     *
     * @param measurement what was measured
     * @return the value; not a number if there is none
     */
    public double of(Measurement measurement) {
        return measurement.values().getOrDefault(this, Double.NaN);
    }

    /**
     * Tells whether tables of every study have a column for it.
     *
     * @return false if only those have one that measured it
     */
    public boolean always() {
        return ALWAYS.contains(this);
    }
}
