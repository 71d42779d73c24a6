package org.aepsych.strategies.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.strategies.gp.Approximation;
import org.aepsych.strategies.gp.Inference;
import org.aepsych.strategies.math.TimeBudget;
import org.aepsych.strategies.option.BoundedOption;
import org.aepsych.strategies.option.Catalog;
import org.aepsych.strategies.option.ChoiceOption;

/** The options that say how posteriors are found. */
final class Approximations {
    private static final ConfigOption<String> INFERENCE = ChoiceOption.of(
                    "inference",
                    List.of("ep", "vi"),
                    "How the posterior is found: by expectation propagation, or by AEPsych's variational approximation.")
            .orElse("ep");
    private static final ConfigOption<Integer> INDUCING_SIZE = BoundedOption.wholeFrom(
                    "inducing_size", 1, "Beyond how many trials the posterior goes through so many inducing points.")
            .orElse(100);
    private static final ConfigOption<String> INDUCING_POINT_METHOD = ConfigOption.text(
                    "inducing_point_method",
                    "How inducing points are chosen among the trials: GreedyVarianceReduction, or DataAllocator for all"
                            + " trials.")
            .orElse("GreedyVarianceReduction");

    private static final ConfigOption<Double> MAX_FIT_TIME = BoundedOption.realBetween(
            "max_fit_time",
            0,
            Double.POSITIVE_INFINITY,
            "Seconds after which a fit ends with the best hyper-parameters so far; how it ended is recorded. Without it,"
                    + " fits have a fixed number of steps, and never depend on the machine.");

    /** Whether all trials are taken. */
    private static final Catalog<Boolean> METHODS = new Catalog<>("inducing_point_method", methods());

    private Approximations() {}

    private static Map<String, Boolean> methods() {
        Map<String, Boolean> methods = new LinkedHashMap<>();
        methods.put("GreedyVarianceReduction", false);
        methods.put("AutoAllocator", false);
        methods.put("DataAllocator", true);
        return methods;
    }

    static ConfigOption<?>[] options() {
        return new ConfigOption<?>[] {INFERENCE, INDUCING_SIZE, INDUCING_POINT_METHOD, MAX_FIT_TIME};
    }

    /** The options of models whose posterior is always found in the same way. */
    static ConfigOption<?>[] fitOptions() {
        return new ConfigOption<?>[] {MAX_FIT_TIME};
    }

    /** Reads the options of such models. */
    static Approximation readFit(ConfigSection options) {
        return new Approximation(Inference.EXPECTATION_PROPAGATION, Integer.MAX_VALUE, budget(options));
    }

    private static TimeBudget budget(ConfigSection options) {
        return options.find(MAX_FIT_TIME)
                .map(seconds -> TimeBudget.seconds(seconds, System::nanoTime))
                .orElse(TimeBudget.UNLIMITED);
    }

    static Approximation read(ConfigSection options) {
        Inference inference =
                options.get(INFERENCE).equals("vi") ? Inference.VARIATIONAL : Inference.EXPECTATION_PROPAGATION;
        boolean all =
                METHODS.get(options.get(INDUCING_POINT_METHOD).trim(), options.name(), INDUCING_POINT_METHOD.key());
        return new Approximation(inference, all ? Integer.MAX_VALUE : options.get(INDUCING_SIZE), budget(options));
    }
}
