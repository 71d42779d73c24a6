package org.aepsych.strategies.generator;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.strategy.Strategy;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.strategies.model.ChosenModel;
import org.aepsych.strategies.option.BoundedOption;

/** {@code optimize-acqf}: presents what an acquisition function values most under a model of the responses. */
public final class OptimizeAcqfFactory extends ModelBasedFactory {
    private static final ConfigOption<Integer> RESTARTS = BoundedOption.wholeFrom(
                    "restarts", 1, "How many good stimuli are improved to find the best.")
            .orElse(10);

    /** Makes the factory. */
    @Inject
    public OptimizeAcqfFactory() {}

    @Override
    public String name() {
        return "optimize-acqf";
    }

    @Override
    public Set<String> aliases() {
        return Set.of("OptimizeAcqfGenerator", "MixedOptimizeAcqfGenerator", "PairwiseOptimizeAcqfGenerator");
    }

    @Override
    public String description() {
        return "Presents the stimulus that an acquisition function values most under a model of the"
                + " responses. The usual second step.";
    }

    @Override
    List<ConfigOption<?>> ownOptions() {
        return List.of(ACQF, RESTARTS, SAMPS, MAX_GEN_TIME);
    }

    @Override
    Strategy make(StrategyContext context, ChosenModel model, Belief belief) {
        ConfigSection section = context.config();
        Search search = new CubeSearch(section.get(SAMPS), section.get(RESTARTS), budget(section));
        return searching(context, model, belief, search);
    }
}
