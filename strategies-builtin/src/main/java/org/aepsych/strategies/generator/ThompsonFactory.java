package org.aepsych.strategies.generator;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.strategy.Strategy;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.strategies.model.ChosenModel;

/** {@code acqf-thompson-sampler}: draws one of some quasi-random stimuli, those that an acquisition function values more with a higher probability. */
public final class ThompsonFactory extends ModelBasedFactory {

    /** Makes the factory. */
    @Inject
    public ThompsonFactory() {}

    @Override
    public String name() {
        return "acqf-thompson-sampler";
    }

    @Override
    public Set<String> aliases() {
        return Set.of("AcqfThompsonSamplerGenerator");
    }

    @Override
    public String description() {
        return "Draws among quasi-random stimuli, those that an acquisition function values more with a"
                + " higher probability.";
    }

    @Override
    List<ConfigOption<?>> ownOptions() {
        return List.of(ACQF, SAMPS);
    }

    @Override
    Strategy make(StrategyContext context, ChosenModel model, Belief belief) {
        return searching(
                context, model, belief, new PointSearch(context.config().get(SAMPS), true));
    }
}
