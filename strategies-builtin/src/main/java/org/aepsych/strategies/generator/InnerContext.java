package org.aepsych.strategies.generator;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.api.strategy.StrategyContext;

/**
 * What a strategy within another is made for and from: its own options before those of the other, and randomness of its
 * own.
 *
 * @param outer of the other strategy
 * @param config its options
 */
record InnerContext(StrategyContext outer, ConfigSection config) implements StrategyContext {
    @Override
    public ParameterSpace space() {
        return outer.space();
    }

    @Override
    public int stimuliPerTrial() {
        return outer.stimuliPerTrial();
    }

    @Override
    public List<OutcomeType> outcomeTypes() {
        return outer.outcomeTypes();
    }

    @Override
    public Optional<ConfigSection> section(String name) {
        return outer.section(name);
    }

    @Override
    public RandomGenerator random(int round) {
        RandomGenerator random = outer.random(round);
        // The outer strategy decides by the first number.
        random.nextLong();
        return RandomGeneratorFactory.of("L64X128MixRandom").create(random.nextLong());
    }
}
