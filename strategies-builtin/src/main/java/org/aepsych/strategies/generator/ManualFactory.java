package org.aepsych.strategies.generator;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.aepsych.api.AepsychException;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.Problem;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.space.Value;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.api.strategy.StateSchema;
import org.aepsych.api.strategy.Strategy;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.api.strategy.StrategyFactory;
import org.aepsych.strategies.space.RawValues;

/** {@code manual}: the presentations that the experiment file lists, shuffled unless told otherwise. */
public final class ManualFactory implements StrategyFactory {
    private static final ConfigOption<NestedList> POINTS = new ConfigOption<>(
            "points",
            "a nested list such as [[0.1, 2], [0.3, 4]]",
            NestedList::parse,
            Optional.empty(),
            "The stimuli, each with one value for each parameter; if stimuli are compared, a list of two stimuli each.",
            false);
    private static final ConfigOption<Boolean> SHUFFLE =
            ConfigOption.flag("shuffle", "Whether the order is random.").orElse(true);

    /** Makes the factory. */
    @Inject
    public ManualFactory() {}

    @Override
    public String name() {
        return "manual";
    }

    @Override
    public Set<String> aliases() {
        return Set.of("ManualGenerator");
    }

    @Override
    public ConfigSchema configSchema() {
        return ConfigSchema.of(POINTS, SHUFFLE, Seeds.SEED);
    }

    @Override
    public StateSchema stateSchema() {
        return States.DRAWN;
    }

    @Override
    public Strategy create(StrategyContext context) {
        return restore(context, new Drawn(0));
    }

    @Override
    public Strategy restore(StrategyContext context, Record state) {
        List<Presentation> list = presentations(context);
        if (context.config().get(SHUFFLE)) {
            shuffle(list, Seeds.random(context));
        }
        return new ManualStrategy(list, States.expect(Drawn.class, state));
    }

    private static List<Presentation> presentations(StrategyContext context) {
        List<Presentation> list = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<NestedList> points = context.config().get(POINTS).items();
        for (int i = 0; i < points.size(); i++) {
            try {
                list.add(presentation(context, points.get(i)));
            } catch (AepsychException | IllegalArgumentException e) {
                problems.add(Problem.of(
                        context.config().name(), POINTS.key(), "the point " + (i + 1) + ": " + e.getMessage()));
            }
        }
        if (points.isEmpty()) {
            problems.add(Problem.of(context.config().name(), POINTS.key(), "expected at least one point"));
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return list;
    }

    private static Presentation presentation(StrategyContext context, NestedList point) {
        ParameterSpace space = context.space();
        if (context.stimuliPerTrial() == 1) {
            return Presentation.of(stimulus(space, point));
        }
        if (point.items().size() != context.stimuliPerTrial()) {
            throw new IllegalArgumentException(
                    "expected a list of " + context.stimuliPerTrial() + " stimuli, but found " + point);
        }
        return new Presentation(
                point.items().stream().map(item -> stimulus(space, item)).toList());
    }

    private static Stimulus stimulus(ParameterSpace space, NestedList point) {
        if (point.items().size() != space.size()) {
            throw new IllegalArgumentException(
                    "expected one value for each of " + space.names() + ", but found " + point);
        }
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < space.size(); i++) {
            values.add(RawValues.accept(
                    space.parameters().get(i), point.items().get(i).value()));
        }
        return new Stimulus(values);
    }

    /** Fisher and Yates' shuffle, written out because that of the JDK takes no {@code RandomGenerator} before 21. */
    private static void shuffle(List<Presentation> list, RandomGenerator random) {
        for (int i = list.size() - 1; i > 0; i--) {
            list.set(i, list.set(random.nextInt(i + 1), list.get(i)));
        }
    }
}
