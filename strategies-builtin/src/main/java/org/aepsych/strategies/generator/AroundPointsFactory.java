package org.aepsych.strategies.generator;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.space.Value;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.strategies.option.BoundedOption;
import org.aepsych.strategies.sobol.SobolSequence;

/**
 * {@code around-points}: some quasi-random presentations around each point of a list. Numbers vary by up to a window in
 * either direction, within the bounds; categories are as in the point.
 */
public final class AroundPointsFactory extends FixedListFactory {
    private static final ConfigOption<List<Double>> WINDOW = ConfigOption.reals(
            "window",
            "How far numbers vary in either direction, in raw units: one for all parameters or one for each; without it, each"
                    + " parameter's section has its window.");
    private static final ConfigOption<Double> OWN_WINDOW =
            BoundedOption.realFrom("window", 0, Double.POSITIVE_INFINITY, "How far the parameter varies.");
    private static final ConfigOption<Integer> SAMPLES = BoundedOption.wholeFrom(
                    "samples_per_point", 1, "How many presentations there are around each point.")
            .orElse(1);

    /** Makes the factory. */
    @Inject
    public AroundPointsFactory() {}

    @Override
    public String name() {
        return "around-points";
    }

    @Override
    public Set<String> aliases() {
        return Set.of("SampleAroundPointsGenerator");
    }

    @Override
    public String description() {
        return "Presents stimuli scattered around the points of a list.";
    }

    @Override
    List<ConfigOption<?>> ownOptions() {
        return List.of(ListedPoints.POINTS, WINDOW, SAMPLES);
    }

    @Override
    List<Presentation> presentations(StrategyContext context, RandomGenerator random) {
        List<Double> windows = windows(context);
        int samples = context.config().get(SAMPLES);
        int size = context.space().size();
        int dimension = size * context.stimuliPerTrial();
        if (dimension > SobolSequence.MAX_DIMENSION) {
            throw refused(context.config(), "needs at most " + SobolSequence.MAX_DIMENSION + " values in a trial");
        }
        List<Presentation> presentations = new ArrayList<>();
        for (Presentation center : ListedPoints.read(context)) {
            for (double[] at : SobolSequence.scrambled(dimension, random).points(samples)) {
                List<Stimulus> stimuli = new ArrayList<>();
                for (int s = 0; s < center.stimuli().size(); s++) {
                    List<Value> values = new ArrayList<>();
                    for (int i = 0; i < size; i++) {
                        Value value = center.stimuli().get(s).values().get(i);
                        double shift = (2 * at[s * size + i] - 1) * windows.get(i);
                        values.add(moved(context.space().parameters().get(i), value, shift));
                    }
                    stimuli.add(new Stimulus(values));
                }
                presentations.add(new Presentation(stimuli));
            }
        }
        return presentations;
    }

    private static Value moved(Parameter parameter, Value value, double shift) {
        if (parameter instanceof Parameter.Continuous p && value instanceof Value.Numeric number) {
            return Value.of(clamped(number.value() + shift, p.lower(), p.upper()));
        }
        if (parameter instanceof Parameter.Whole p && value instanceof Value.Numeric number) {
            return Value.of(clamped(Math.rint(number.value() + shift), (double) p.lower(), (double) p.upper()));
        }
        if (parameter instanceof Parameter.Binary && value instanceof Value.Numeric number) {
            return Value.of(clamped(Math.rint(number.value() + shift), 0, 1));
        }
        return value;
    }

    private static double clamped(double value, double lower, double upper) {
        return Math.min(upper, Math.max(lower, value)) + 0.0;
    }

    private static List<Double> windows(StrategyContext context) {
        List<Parameter> parameters = context.space().parameters();
        Optional<List<Double>> given = context.config().find(WINDOW);
        List<Double> windows = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            windows.add(window(context, parameters, i, given));
        }
        return windows;
    }

    private static double window(
            StrategyContext context, List<Parameter> parameters, int i, Optional<List<Double>> given) {
        Parameter parameter = parameters.get(i);
        if (given.isPresent()) {
            List<Double> windows = given.get();
            boolean fits = windows.size() == 1 || windows.size() == parameters.size();
            if (!fits || windows.stream().anyMatch(window -> window < 0)) {
                throw refused(
                        context.config(),
                        "expected one number from 0, or one for each of "
                                + context.space().names() + ", but found " + windows);
            }
            return windows.get(windows.size() == 1 ? 0 : i);
        }
        if (parameter instanceof Parameter.Categorical || parameter instanceof Parameter.Fixed) {
            return 0;
        }
        return context.section(parameter.name())
                .flatMap(section ->
                        section.ownKeys().contains(OWN_WINDOW.key()) ? section.find(OWN_WINDOW) : Optional.empty())
                .orElseThrow(() -> refused(
                        context.config(),
                        "is missing; expected " + WINDOW.typeName() + ", or a window in the section ["
                                + parameter.name() + "]"));
    }

    private static ConfigException refused(ConfigSection section, String message) {
        return new ConfigException(Problem.of(section.name(), WINDOW.key(), message));
    }
}
