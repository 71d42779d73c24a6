package org.aepsych.strategies.generator;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.strategy.StateSchema;
import org.aepsych.api.strategy.Strategy;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.api.strategy.StrategyFactory;
import org.aepsych.strategies.option.BoundedOption;
import org.aepsych.strategies.option.Catalog;
import org.aepsych.strategies.option.Part;
import org.aepsych.strategies.option.SectionBehind;

/** {@code epsilon-greedy}: now and then a random presentation, else what another strategy proposes. */
public final class EpsilonGreedyFactory implements StrategyFactory {
    private static final ConfigOption<String> SUBGENERATOR = ConfigOption.text(
                    "subgenerator", "The strategy that proposes, or the section about it.")
            .orElse("OptimizeAcqfGenerator");
    private static final ConfigOption<Double> EPSILON = BoundedOption.realFromTo(
                    "epsilon", 0, 1, "The probability of a random presentation.")
            .orElse(0.1);

    private final Catalog<StrategyFactory> inner = new Catalog<>("subgenerator", inner());

    /** Makes the factory. */
    @Inject
    public EpsilonGreedyFactory() {}

    private static Map<String, StrategyFactory> inner() {
        Map<String, StrategyFactory> inner = new LinkedHashMap<>();
        for (StrategyFactory factory : new StrategyFactory[] {
            new OptimizeAcqfFactory(),
            new GridSearchFactory(),
            new ThompsonFactory(),
            new FunctionSampleFactory(),
            new IntensityAwareFactory(),
            new IndependentFactory(),
            new SobolFactory()
        }) {
            inner.put(factory.name(), factory);
            factory.aliases().stream().sorted().forEach(alias -> inner.put(alias, factory));
        }
        return inner;
    }

    @Override
    public String name() {
        return "epsilon-greedy";
    }

    @Override
    public Set<String> aliases() {
        return Set.of("EpsilonGreedyGenerator");
    }

    @Override
    public String description() {
        return "Now and then a random stimulus, else what another strategy proposes.";
    }

    @Override
    public ConfigSchema configSchema() {
        return ConfigSchema.of(SUBGENERATOR, EPSILON);
    }

    @Override
    public StateSchema stateSchema() {
        Map<Integer, Class<?>> classes = new HashMap<>(States.DRAWN.classes());
        classes.putAll(States.LEARNT.classes());
        return new StateSchema(1, classes);
    }

    @Override
    public Strategy create(StrategyContext context) {
        InnerContext within = within(context);
        return new EpsilonGreedyStrategy(
                context, epsilon(context), factory(context).create(within));
    }

    @Override
    public Strategy restore(StrategyContext context, Record state) {
        InnerContext within = within(context);
        return new EpsilonGreedyStrategy(
                context, epsilon(context), factory(context).restore(within, state));
    }

    private static double epsilon(StrategyContext context) {
        return context.config().get(EPSILON);
    }

    private StrategyFactory factory(StrategyContext context) {
        Part part = Part.named(context, context.config().get(SUBGENERATOR));
        return inner.get(part.className(), context.config().name(), SUBGENERATOR.key());
    }

    private static InnerContext within(StrategyContext context) {
        ConfigSection outer = context.config();
        ConfigSection own = context.section(outer.get(SUBGENERATOR))
                .<ConfigSection>map(section -> new SectionBehind(section, outer))
                .orElse(outer);
        return new InnerContext(context, own);
    }
}
