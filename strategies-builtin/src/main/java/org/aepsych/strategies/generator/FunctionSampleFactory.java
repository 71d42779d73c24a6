package org.aepsych.strategies.generator;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.strategy.Strategy;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.strategies.model.ChosenModel;
import org.aepsych.strategies.option.BoundedOption;

/** {@code thompson-sampler}: draws one function from the posterior, and presents the stimulus at which it is nearest to the target. */
public final class FunctionSampleFactory extends ModelBasedFactory {
    private static final ConfigOption<Double> TARGET = ConfigOption.real(
                    "target", "The expected outcome that is sought: of binary outcomes, the response probability.")
            .orElse(0.75);
    private static final ConfigOption<Integer> SAMPS = BoundedOption.wholeFrom(
                    "samps", 1, "At how many stimuli the function is drawn.")
            .orElse(256);

    /** Makes the factory. */
    @Inject
    public FunctionSampleFactory() {}

    @Override
    public String name() {
        return "thompson-sampler";
    }

    @Override
    public Set<String> aliases() {
        return Set.of("MonotonicThompsonSamplerGenerator");
    }

    @Override
    public String description() {
        return "Draws one function from the posterior and presents the stimulus where it is nearest to"
                + " the target (Thompson sampling of a threshold).";
    }

    @Override
    List<ConfigOption<?>> ownOptions() {
        return List.of(TARGET, SAMPS);
    }

    @Override
    Strategy make(StrategyContext context, ChosenModel model, Belief belief) {
        double target = reachable(context, model, context.config().get(TARGET));
        Search search = new FunctionSampleSearch(context.config().get(SAMPS), target);
        // Nothing is scored: the function that is drawn decides.
        ModelBasedStrategy.Aim aim = new ModelBasedStrategy.Aim(0, situation -> (point, count) -> 0, search);
        return new ModelBasedStrategy(context, model.name(), Optional.empty(), belief, List.of(aim));
    }
}
