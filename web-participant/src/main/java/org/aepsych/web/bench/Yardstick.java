package org.aepsych.web.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.strategy.ModelQueries;
import org.aepsych.api.strategy.ModelQueries.Prediction;

/** Compares what a model believes with what is true. Immutable, thread-safe. */
final class Yardstick {
    private static final int POINTS = 1000;
    private static final int CONTEXTS = 30;
    private static final int LEVELS = 60;

    private final double target;
    private final List<Stimulus> points;
    private final double[] truth;
    private final List<Ladder> ladders = new ArrayList<>();

    Yardstick(ParameterSpace space, Truth observer, double target, OptionalInt intensity, RandomGenerator random) {
        this.target = target;
        // Other places in each session, so that what they have in common is no error of all.
        Grid grid = new Grid(space, random.doubles(space.size()).toArray());
        points = grid.positions(POINTS).stream().map(grid::stimulus).toList();
        truth = probabilities(grid, points, observer);
        intensity.ifPresent(index -> {
            Parameter parameter = space.parameters().get(index);
            for (double[] position : grid.positions(CONTEXTS)) {
                ladder(grid, observer, position, index, parameter);
            }
        });
    }

    private void ladder(Grid grid, Truth observer, double[] position, int index, Parameter parameter) {
        List<Stimulus> steps = new ArrayList<>();
        double[] levels = new double[LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            double[] moved = position.clone();
            moved[index] = i / (LEVELS - 1.0);
            Stimulus stimulus = grid.stimulus(moved);
            steps.add(stimulus);
            levels[i] = Grid.onScale(parameter, grid.numbers(stimulus)[index]);
        }
        double[] probabilities = probabilities(grid, steps, observer);
        crossing(levels, probabilities)
                .ifPresent(threshold -> ladders.add(new Ladder(List.copyOf(steps), levels, threshold)));
    }

    private static double[] probabilities(Grid grid, List<Stimulus> stimuli, Truth observer) {
        return stimuli.stream()
                .mapToDouble(stimulus -> observer.probability(grid.numbers(stimulus)))
                .toArray();
    }

    /** Where the target is first reached, between two levels on the straight line; empty if it is not crossed. */
    private OptionalDouble crossing(double[] levels, double[] probabilities) {
        for (int i = 1; i < levels.length; i++) {
            double below = probabilities[i - 1] - target;
            double above = probabilities[i] - target;
            if (below < 0 && above >= 0) {
                return OptionalDouble.of(levels[i - 1] + (levels[i] - levels[i - 1]) * below / (below - above));
            }
        }
        return OptionalDouble.empty();
    }

    /** Measures; the model must have observed something. */
    Measurement measure(ModelQueries model, int trials, double askMillis) {
        OptionalDouble level = model.latent(target);
        List<Prediction> predictions = model.predict(points);
        double brier = 0;
        double wrong = 0;
        double square = 0;
        for (int i = 0; i < truth.length; i++) {
            Prediction prediction = predictions.get(i);
            double above = level.isPresent()
                    ? Probit.of((prediction.mean() - level.getAsDouble()) / Math.sqrt(prediction.variance()))
                    : prediction.probability() > target ? 1 : 0;
            double miss = truth[i] > target ? 1 - above : above;
            brier += 2 * miss * miss;
            wrong += miss;
            square += Math.pow(truth[i] - prediction.probability(), 2);
        }
        int n = truth.length;
        return new Measurement(trials, brier / n, wrong / n, Math.sqrt(square / n), thresholdError(model), askMillis);
    }

    private double thresholdError(ModelQueries model) {
        double square = 0;
        for (Ladder ladder : ladders) {
            double[] believed = model.predict(ladder.steps).stream()
                    .mapToDouble(Prediction::probability)
                    .toArray();
            double[] levels = ladder.levels;
            double end = believed[0] >= target ? levels[0] : levels[levels.length - 1];
            square += Math.pow(crossing(levels, believed).orElse(end) - ladder.threshold, 2);
        }
        return ladders.isEmpty() ? Double.NaN : Math.sqrt(square / ladders.size());
    }

    /** Stimuli that differ in the intensity only. */
    private static final class Ladder {
        final List<Stimulus> steps;
        final double[] levels;
        final double threshold;

        Ladder(List<Stimulus> steps, double[] levels, double threshold) {
            this.steps = steps;
            this.levels = Arrays.copyOf(levels, levels.length);
            this.threshold = threshold;
        }
    }
}
