package org.aepsych.strategies.model;

import java.util.List;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.strategies.gp.Approximation;
import org.aepsych.strategies.gp.InducingMethod;
import org.aepsych.strategies.gp.Inference;
import org.aepsych.strategies.math.TimeBudget;
import org.aepsych.strategies.option.BoundedOption;
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
                    "How inducing points are chosen: GreedyVarianceReduction or KMeansAllocator among the trials, SobolAllocator"
                            + " evenly over the space, FixedAllocator by its option points, FixedPlusAllocator by points"
                            + " added to those of its main_allocator; DataAllocator takes all trials.")
            .orElse("GreedyVarianceReduction");

    private static final ConfigOption<Double> MAX_FIT_TIME = BoundedOption.realBetween(
            "max_fit_time",
            0,
            Double.POSITIVE_INFINITY,
            "Seconds after which a fit ends with the best hyper-parameters so far, counted as one step of the fit for each 5"
                    + " milliseconds, so that it is the same on every machine; how it ended is recorded. Without it, fits"
                    + " end when they are done, or after 40 steps or so.");

    private static final double STEPS_PER_SECOND = 200;

    private Approximations() {}

    static ConfigOption<?>[] options() {
        return new ConfigOption<?>[] {INFERENCE, INDUCING_SIZE, INDUCING_POINT_METHOD, MAX_FIT_TIME};
    }

    /** The options of models whose posterior is always found in the same way. */
    static ConfigOption<?>[] fitOptions() {
        return new ConfigOption<?>[] {MAX_FIT_TIME};
    }

    /** Reads the options of such models. */
    static Approximation readFit(ConfigSection options) {
        return new Approximation(
                Inference.EXPECTATION_PROPAGATION, Integer.MAX_VALUE, InducingMethod.GREEDY, budget(options));
    }

    private static TimeBudget budget(ConfigSection options) {
        return options.find(MAX_FIT_TIME)
                .map(seconds -> TimeBudget.steps((long) Math.ceil(seconds * STEPS_PER_SECOND)))
                .orElse(TimeBudget.UNLIMITED);
    }

    static Approximation read(StrategyContext context, ConfigSection options) {
        Inference inference =
                options.get(INFERENCE).equals("vi") ? Inference.VARIATIONAL : Inference.EXPECTATION_PROPAGATION;
        String name = options.get(INDUCING_POINT_METHOD).trim();
        InducingMethod method = InducingMethods.make(context, name, options, INDUCING_POINT_METHOD.key());
        return new Approximation(
                inference,
                name.equals(InducingMethods.ALL) ? Integer.MAX_VALUE : options.get(INDUCING_SIZE),
                method,
                budget(options));
    }
}
