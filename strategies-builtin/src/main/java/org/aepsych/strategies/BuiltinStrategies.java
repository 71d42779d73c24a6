package org.aepsych.strategies;

import java.util.List;
import org.aepsych.api.strategy.StrategyFactory;
import org.aepsych.strategies.generator.AroundPointsFactory;
import org.aepsych.strategies.generator.AutoFactory;
import org.aepsych.strategies.generator.EpsilonGreedyFactory;
import org.aepsych.strategies.generator.FunctionSampleFactory;
import org.aepsych.strategies.generator.GridFactory;
import org.aepsych.strategies.generator.GridSearchFactory;
import org.aepsych.strategies.generator.IndependentFactory;
import org.aepsych.strategies.generator.IntensityAwareFactory;
import org.aepsych.strategies.generator.ManualFactory;
import org.aepsych.strategies.generator.OptimizeAcqfFactory;
import org.aepsych.strategies.generator.RandomFactory;
import org.aepsych.strategies.generator.SobolFactory;
import org.aepsych.strategies.generator.ThompsonFactory;

/** The strategies that come with the program. */
public final class BuiltinStrategies {
    private BuiltinStrategies() {}

    /**
     * Returns their factories.
     *
     * @return new ones, in the order in which help shows them
     */
    public static List<StrategyFactory> factories() {
        return List.of(
                new AutoFactory(),
                new SobolFactory(),
                new RandomFactory(),
                new ManualFactory(),
                new GridFactory(),
                new AroundPointsFactory(),
                new OptimizeAcqfFactory(),
                new GridSearchFactory(),
                new ThompsonFactory(),
                new FunctionSampleFactory(),
                new IntensityAwareFactory(),
                new IndependentFactory(),
                new EpsilonGreedyFactory());
    }
}
