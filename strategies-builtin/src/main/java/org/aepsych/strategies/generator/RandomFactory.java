package org.aepsych.strategies.generator;

import jakarta.inject.Inject;
import java.util.Set;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.strategy.StateSchema;
import org.aepsych.api.strategy.Strategy;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.api.strategy.StrategyFactory;

/** {@code random}: independent, uniformly distributed presentations. */
public final class RandomFactory implements StrategyFactory {
    /** Makes the factory. */
    @Inject
    public RandomFactory() {}

    @Override
    public String name() {
        return "random";
    }

    @Override
    public Set<String> aliases() {
        return Set.of("RandomGenerator");
    }

    @Override
    public String description() {
        return "Draws stimuli independently and uniformly.";
    }

    @Override
    public ConfigSchema configSchema() {
        return ConfigSchema.of();
    }

    @Override
    public StateSchema stateSchema() {
        return States.DRAWN;
    }

    @Override
    public Strategy create(StrategyContext context) {
        return new RandomStrategy(context, new Drawn(0));
    }

    @Override
    public Strategy restore(StrategyContext context, Record state) {
        return new RandomStrategy(context, States.expect(Drawn.class, state));
    }
}
