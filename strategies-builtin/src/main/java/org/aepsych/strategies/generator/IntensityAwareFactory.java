package org.aepsych.strategies.generator;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.strategy.Strategy;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.strategies.model.ChosenModel;
import org.aepsych.strategies.option.BoundedOption;
import org.aepsych.strategies.option.DimensionOption;

/** {@code intensity-aware}: looks for the context in which most is learnt, and presents in it the intensity at the threshold. */
public final class IntensityAwareFactory extends ModelBasedFactory {
    private static final ConfigOption<String> STIM_DIM =
            ConfigOption.text("stim_dim", "The intensity.").orElse("0");
    private static final ConfigOption<Double> TARGET = ConfigOption.real(
                    "target", "The expected outcome at the threshold: of binary outcomes, the response probability.")
            .orElse(0.75);
    private static final ConfigOption<Integer> SAMPS = BoundedOption.wholeFrom(
                    "samps", 1, "How many contexts are looked at.")
            .orElse(256);

    /** Makes the factory. */
    @Inject
    public IntensityAwareFactory() {}

    @Override
    public String name() {
        return "intensity-aware";
    }

    @Override
    public Set<String> aliases() {
        return Set.of("IntensityAwareSemiPGenerator");
    }

    @Override
    public String description() {
        return "Looks for the context in which most is learnt, and presents the intensity at its threshold.";
    }

    @Override
    List<ConfigOption<?>> ownOptions() {
        return List.of(ACQF, STIM_DIM, TARGET, SAMPS);
    }

    @Override
    Strategy make(StrategyContext context, ChosenModel model, Belief belief) {
        int intensity = DimensionOption.one(STIM_DIM, context.config(), belief.stimulusSpace());
        double target = reachable(context, model, context.config().get(TARGET));
        return searching(
                context, model, belief, new ThresholdSearch(context.config().get(SAMPS), intensity, target));
    }
}
