package org.aepsych.web.main;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.web.bench.Psychometric;
import org.aepsych.web.bench.SimulatedObserver;
import picocli.CommandLine.Option;

/** Says how the observers of an adaptive experiment answer. */
final class ObserverOptions {
    /** How many times the argument of the psychometric function rises by 1 over the whole range. */
    private static final double USUAL_STEEPNESS = 10;

    private static final double USUAL_TARGET = 0.75;

    @Option(
            names = "--intensity",
            paramLabel = "NAME",
            description = "Adaptive: the parameter with which the probability of 1 rises (the last number).")
    private Optional<String> intensity = Optional.empty();

    @Option(
            names = "--shape",
            paramLabel = "SHAPE",
            defaultValue = "normal",
            description = "Adaptive: the psychometric function, normal, logistic or weibull (${DEFAULT-VALUE}).")
    private String shape = "";

    @Option(
            names = "--threshold",
            paramLabel = "X",
            description = {
                "Adaptive: where the psychometric function is in the middle, in the intensity's units, or in powers of ten if it",
                "has log_scale. Without it, every session has an observer of its own, whose threshold varies with the other",
                "parameters."
            })
    private Optional<Double> threshold = Optional.empty();

    @Option(
            names = "--slope",
            paramLabel = "S",
            description = "Adaptive: how steep it is, for one such unit (10 over the whole range).")
    private Optional<Double> slope = Optional.empty();

    @Option(
            names = "--guess",
            paramLabel = "P",
            defaultValue = "0",
            description = "Adaptive: the probability of 1 far below the threshold (${DEFAULT-VALUE}).")
    private double guess;

    @Option(
            names = "--lapse",
            paramLabel = "P",
            defaultValue = "0.02",
            description = "Adaptive: what is missing to 1 far above it (${DEFAULT-VALUE}).")
    private double lapse;

    @Option(
            names = "--target",
            paramLabel = "P",
            description = "Adaptive: the probability whose threshold is sought (the file's if it has one, or 0.75).")
    private Optional<Double> target = Optional.empty();

    @Option(
            names = "--trials",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Adaptive: the most trials of a session (${DEFAULT-VALUE}).")
    private int trials;

    @Option(names = "--threads", paramLabel = "N", description = "Adaptive: sessions at once (one for each core).")
    private int threads = Runtime.getRuntime().availableProcessors();

    /** Makes the observer. */
    SimulatedObserver observer(ParameterSpace space) {
        require(guess >= 0 && lapse >= 0 && guess + lapse < 1, "--guess and --lapse are from 0, and together below 1");
        int index = intensity(space);
        SimulatedObserver unit =
                new SimulatedObserver(space, index, shape(), optional(threshold), USUAL_STEEPNESS, guess, lapse);
        double steepness = slope.orElse(USUAL_STEEPNESS / unit.range());
        require(steepness > 0, "--slope is above 0, but is " + steepness);
        return new SimulatedObserver(space, index, shape(), optional(threshold), steepness, guess, lapse);
    }

    double target(ExperimentFile file) {
        double sought = target.orElseGet(() -> inFile(file).orElse(USUAL_TARGET));
        require(
                sought > guess && sought < 1 - lapse,
                "--target lies between --guess and 1 − --lapse, so that there is a threshold, but is " + sought);
        return sought;
    }

    int trials() {
        require(trials >= 1, "--trials is at least 1, but is " + trials);
        return trials;
    }

    int threads() {
        require(threads >= 1, "--threads is at least 1, but is " + threads);
        return threads;
    }

    private int intensity(ParameterSpace space) {
        List<Parameter> parameters = space.parameters();
        if (intensity.isPresent()) {
            int index = space.indexOf(intensity.get());
            require(
                    index >= 0 && scaled(parameters.get(index)),
                    "--intensity is a number among the parameters " + space.names() + ", but is " + intensity.get());
            return index;
        }
        for (int index = parameters.size() - 1; index >= 0; index--) {
            if (scaled(parameters.get(index))) {
                return index;
            }
        }
        throw new AepsychException(
                StandardError.INPUT_INVALID, "none of the parameters " + space.names() + " is an intensity");
    }

    private static boolean scaled(Parameter parameter) {
        return parameter instanceof Parameter.Continuous || parameter instanceof Parameter.Whole;
    }

    private Psychometric shape() {
        for (Psychometric one : Psychometric.values()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(shape)) {
                return one;
            }
        }
        throw new AepsychException(
                StandardError.INPUT_INVALID, "--shape is normal, logistic or weibull, but is " + shape);
    }

    private static OptionalDouble optional(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    /** Returns the target of the file; empty if it has none, or several. */
    private static Optional<Double> inFile(ExperimentFile file) {
        List<String> all = file.flattened().values().stream()
                .flatMap(options -> options.getOrDefault("target", Optional.empty()).stream())
                .map(String::strip)
                .filter(text -> text.matches("\\d*\\.?\\d+"))
                .distinct()
                .toList();
        return all.size() == 1 ? Optional.of(Double.valueOf(all.get(0))) : Optional.empty();
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new AepsychException(StandardError.INPUT_INVALID, rule);
        }
    }
}
