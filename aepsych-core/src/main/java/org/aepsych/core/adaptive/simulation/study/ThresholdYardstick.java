package org.aepsych.core.adaptive.simulation.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.strategy.ModelQueries.Prediction;
import org.aepsych.core.adaptive.simulation.observer.Grid;
import org.aepsych.core.adaptive.simulation.observer.Probit;
import org.aepsych.core.adaptive.simulation.observer.Responder;

/** How well it is known where the mean outcome is above the target, and where along the intensity that begins. */
final class ThresholdYardstick implements Yardstick {
    private static final int CONTEXTS = 30;
    private static final int LEVELS = 60;

    private final double target;
    private final double[] truth;
    private final List<Ladder> ladders = new ArrayList<>();

    ThresholdYardstick(Question question, Places places, Responder observer) {
        target = question.target().orElseThrow();
        truth = places.truth(places.points(), observer);
        question.intensity().ifPresent(index -> {
            for (double[] position : places.grid().positions(CONTEXTS)) {
                ladder(places, observer, position, index);
            }
        });
    }

    private void ladder(Places places, Responder observer, double[] position, int index) {
        Grid grid = places.grid();
        List<Stimulus> steps = new ArrayList<>();
        double[] levels = new double[LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            double[] moved = position.clone();
            moved[index] = i / (LEVELS - 1.0);
            Stimulus stimulus = grid.stimulus(moved);
            steps.add(stimulus);
            levels[i] = grid.onScale(index, stimulus);
        }
        crossing(levels, places.truth(steps, observer))
                .ifPresent(threshold -> ladders.add(new Ladder(List.copyOf(steps), levels, threshold)));
    }

    /** Where the target is first reached, between two levels on the straight line; empty if it is not crossed. */
    private OptionalDouble crossing(double[] levels, double[] outcomes) {
        for (int i = 1; i < levels.length; i++) {
            double below = outcomes[i - 1] - target;
            double above = outcomes[i] - target;
            if (below < 0 && above >= 0) {
                return OptionalDouble.of(levels[i - 1] + (levels[i] - levels[i - 1]) * below / (below - above));
            }
        }
        return OptionalDouble.empty();
    }

    @Override
    public void measure(Beliefs beliefs, Map<Metric, Double> out) {
        OptionalDouble level = beliefs.level(target);
        double brier = 0;
        double wrong = 0;
        for (int i = 0; i < truth.length; i++) {
            Prediction prediction = beliefs.predictions().get(i);
            double above = level.isPresent()
                    ? Probit.of((prediction.mean() - level.getAsDouble()) / Math.sqrt(prediction.variance()))
                    : prediction.probability() > target ? 1 : 0;
            double miss = truth[i] > target ? 1 - above : above;
            brier += 2 * miss * miss;
            wrong += miss;
        }
        out.put(Metric.BRIER, brier / truth.length);
        out.put(Metric.MISCLASSIFICATION, wrong / truth.length);
        if (!ladders.isEmpty()) {
            out.put(Metric.THRESHOLD_ERROR, thresholdError(beliefs));
        }
    }

    private double thresholdError(Beliefs beliefs) {
        double square = 0;
        for (Ladder ladder : ladders) {
            double[] believed = beliefs.at(ladder.steps).stream()
                    .mapToDouble(Prediction::probability)
                    .toArray();
            double[] levels = ladder.levels;
            double end = believed[0] >= target ? levels[0] : levels[levels.length - 1];
            square += Math.pow(crossing(levels, believed).orElse(end) - ladder.threshold, 2);
        }
        return Math.sqrt(square / ladders.size());
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
