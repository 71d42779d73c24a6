package org.aepsych.strategies.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.Problem;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.space.Value;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.strategies.option.NestedList;
import org.aepsych.strategies.space.RawValues;

/** Presentations that an experiment file lists. */
final class ListedPoints {
    static final ConfigOption<NestedList> POINTS = new ConfigOption<>(
            "points",
            "a nested list such as [[0.1, 2], [0.3, 4]]",
            NestedList::list,
            Optional.empty(),
            "The stimuli, each with one value for each parameter; if stimuli are compared, a list of two stimuli each.",
            false);

    private ListedPoints() {}

    /** Reads them, and reports everything that is wrong with them. */
    static List<Presentation> read(StrategyContext context) {
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
}
