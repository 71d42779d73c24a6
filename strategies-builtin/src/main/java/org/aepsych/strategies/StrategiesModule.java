package org.aepsych.strategies;

import org.aepsych.core.plugin.PluginModule;
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
import org.aepsych.strategies.payoff.PopulationAverageFactory;
import org.aepsych.strategies.player.BuiltinPolicies;

/** Contributes the strategies, payoff rules and player policies that come with the program. */
public final class StrategiesModule extends PluginModule {
    @Override
    protected void configure() {
        bindStrategy("auto").to(AutoFactory.class);
        bindStrategy("sobol").to(SobolFactory.class);
        bindStrategy("random").to(RandomFactory.class);
        bindStrategy("manual").to(ManualFactory.class);
        bindStrategy("grid").to(GridFactory.class);
        bindStrategy("around-points").to(AroundPointsFactory.class);
        bindStrategy("optimize-acqf").to(OptimizeAcqfFactory.class);
        bindStrategy("acqf-grid-search").to(GridSearchFactory.class);
        bindStrategy("acqf-thompson-sampler").to(ThompsonFactory.class);
        bindStrategy("thompson-sampler").to(FunctionSampleFactory.class);
        bindStrategy("intensity-aware").to(IntensityAwareFactory.class);
        bindStrategy("independent-optimize-acqf").to(IndependentFactory.class);
        bindStrategy("epsilon-greedy").to(EpsilonGreedyFactory.class);
        bindPayoffRule("population-average").to(PopulationAverageFactory.class);
        BuiltinPolicies.factories()
                .forEach(factory -> bindPlayerPolicy(factory.name()).toInstance(factory));
    }
}
