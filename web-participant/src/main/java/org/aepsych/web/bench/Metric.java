package org.aepsych.web.bench;

import java.util.function.ToDoubleFunction;

/** What learning curves show. */
public enum Metric {
    /** Error of the beliefs about the level set. */
    BRIER("brier", "Brier score of the level set, mean 2 (truth − belief)²", Measurement::brier),
    /** Probability of being wrong about the level set. */
    MISCLASSIFICATION(
            "misclassification", "probability of classifying a place wrongly", Measurement::misclassification),
    /** Error of the response probability. */
    RMSE("rmse", "root mean square error of the response probability", Measurement::rmse),
    /** Error of the threshold. */
    THRESHOLD_ERROR(
            "threshold_error", "root mean square error of the threshold, in its units", Measurement::thresholdError),
    /** Time of an ask. */
    ASK_MILLIS("ask_ms", "mean time of an ask, in milliseconds", Measurement::askMillis);

    private final String key;
    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // references to accessors hold nothing that could change
    private final ToDoubleFunction<Measurement> value;

    Metric(String key, String title, ToDoubleFunction<Measurement> value) {
        this.key = key;
        this.title = title;
        this.value = value;
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
        return value.applyAsDouble(measurement);
    }
}
