package org.aepsych.web.main.simulate;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.core.adaptive.simulation.observer.Psychometric;
import org.aepsych.core.config.ExperimentFile;
import picocli.CommandLine.Option;

/**
 * Says how the observers of an adaptive experiment answer. What may differ between outcomes is a list with one value for all
 * outcomes, or one for each.
 */
final class ObserverOptions {
    @Option(
            names = "--surface",
            split = ",",
            paramLabel = "SURFACE",
            description = {
                "Adaptive: what answers depend on: rising, with an intensity, or peak, on how far the stimulus is from a place",
                "that is each observer's own (rising; peak for pairs and continuous outcomes). This and the options that follow",
                "have one value, or one for each outcome, separated by commas."
            })
    private List<String> surface = List.of();

    @Option(
            names = "--intensity",
            split = ",",
            paramLabel = "NAME",
            description = "Adaptive: the parameter with which a rising surface rises (the last number).")
    private List<String> intensity = List.of();

    @Option(
            names = "--shape",
            split = ",",
            paramLabel = "SHAPE",
            description = {
                "Adaptive: what turns a surface into the probability of 1, normal, logistic or weibull (normal). Preferences are",
                "normal (probit) or logistic (logit)."
            })
    private List<String> shape = List.of();

    @Option(
            names = "--threshold",
            split = ",",
            paramLabel = "X",
            description = {
                "Adaptive: where a rising surface is 0, in the intensity's units, or in powers of ten if it has log_scale.",
                "Without it, every session has an observer of its own, whose threshold varies with the other parameters."
            })
    private List<Double> threshold = List.of();

    @Option(
            names = "--slope",
            split = ",",
            paramLabel = "S",
            description = {
                "Adaptive: how steep the surface is: by how much it rises for one such unit (10 over the whole range), or falls",
                "from the peak until every parameter is off by half its range (10)."
            })
    private List<Double> slope = List.of();

    @Option(
            names = "--guess",
            split = ",",
            paramLabel = "P",
            description =
                    "Adaptive, binary outcomes of single stimuli: the probability of 1 far below the threshold (0).")
    private List<Double> guess = List.of();

    @Option(
            names = "--lapse",
            split = ",",
            paramLabel = "P",
            description = {
                "Adaptive: what is missing to 1 far above the threshold; of other outcomes, the probability of an answer that",
                "has nothing to do with the stimulus (0.02)."
            })
    private List<Double> lapse = List.of();

    @Option(
            names = "--noise",
            split = ",",
            paramLabel = "SD",
            description = "Adaptive, continuous outcomes: the standard deviation of normal noise on the surface (1).")
    private List<Double> noise = List.of();

    @Option(
            names = "--cut-points",
            split = ",",
            paramLabel = "X",
            description = {
                "Adaptive, ordinal outcomes: between which values of the surface, with normal noise of 1, the categories lie, one",
                "fewer than there are categories (all categories equally frequent over the space)."
            })
    private List<Double> cutPoints = List.of();

    @Option(
            names = "--target",
            split = ",",
            paramLabel = "P",
            description = {
                "Adaptive: the probability whose threshold is sought (the file's if it has one, or 0.75); of ordinal and",
                "continuous outcomes, the mean outcome (none)."
            })
    private List<Double> target = List.of();

    @Option(
            names = "--trials",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Adaptive: the most trials of a session (${DEFAULT-VALUE}).")
    private int trials;

    @Option(names = "--threads", paramLabel = "N", description = "Adaptive: sessions at once (one for each core).")
    private int threads = Runtime.getRuntime().availableProcessors();

    int trials() {
        require(trials >= 1, "--trials is at least 1, but is " + trials);
        return trials;
    }

    int threads() {
        require(threads >= 1, "--threads is at least 1, but is " + threads);
        return threads;
    }

    /** Returns what the options say about one of some outcomes. */
    OfOutcome outcome(int index, int count) {
        return new OfOutcome(index, count);
    }

    /** What the options say about an outcome. */
    final class OfOutcome {
        private final int index;
        private final int count;

        private OfOutcome(int index, int count) {
            this.index = index;
            this.count = count;
        }

        Optional<String> surface() {
            return of("--surface", surface);
        }

        Optional<String> intensity() {
            return of("--intensity", intensity);
        }

        Psychometric shape() {
            String word = of("--shape", shape).orElse("normal");
            for (Psychometric one : Psychometric.values()) {
                if (one.name().toLowerCase(Locale.ROOT).equals(word)) {
                    return one;
                }
            }
            throw new AepsychException(
                    StandardError.INPUT_INVALID, "--shape is normal, logistic or weibull, but is " + word);
        }

        Optional<Double> threshold() {
            return of("--threshold", threshold);
        }

        Optional<Double> slope() {
            return of("--slope", slope);
        }

        Optional<Double> guess() {
            return of("--guess", guess);
        }

        Optional<Double> lapse() {
            return of("--lapse", lapse);
        }

        Optional<Double> noise() {
            return of("--noise", noise);
        }

        List<Double> cutPoints() {
            return cutPoints;
        }

        /** Returns the target of a binary outcome: one value is meant for all of these. */
        Optional<Double> probability() {
            return of("--target", target);
        }

        /** Returns the target of another outcome: one value is not meant for it where there are several outcomes. */
        Optional<Double> mean() {
            return target.size() < count ? Optional.empty() : of("--target", target);
        }

        private <T> Optional<T> of(String name, List<T> values) {
            require(
                    values.size() <= 1 || values.size() == count,
                    name + " has one value, or one for each of " + count + " outcomes, but is " + values);
            return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() == 1 ? 0 : index));
        }
    }

    /** Returns the target of the file; empty if it has none, or several. */
    static Optional<Double> target(ExperimentFile file) {
        List<String> all = file.flattened().values().stream()
                .flatMap(options -> options.getOrDefault("target", Optional.empty()).stream())
                .map(String::strip)
                .filter(text -> text.matches("\\d*\\.?\\d+"))
                .distinct()
                .toList();
        return all.size() == 1 ? Optional.of(Double.valueOf(all.get(0))) : Optional.empty();
    }

    /** Refuses what none of the outcomes has: it would change nothing, and whoever asked for it would not know. */
    void requireFitting(Collection<OutcomeType> types) {
        require(
                noise.isEmpty() || types.contains(OutcomeType.CONTINUOUS),
                "--noise is of continuous outcomes, but the experiment has none");
        require(
                cutPoints.isEmpty() || types.contains(OutcomeType.ORDINAL),
                "--cut-points are of ordinal outcomes, but the experiment has none");
        require(
                shape.isEmpty() || types.contains(OutcomeType.BINARY),
                "--shape is of binary outcomes, but the experiment has none");
    }

    static void require(boolean condition, String rule) {
        if (!condition) {
            throw new AepsychException(StandardError.INPUT_INVALID, rule);
        }
    }
}
