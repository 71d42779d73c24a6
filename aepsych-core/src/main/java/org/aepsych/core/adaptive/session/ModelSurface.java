package org.aepsych.core.adaptive.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.space.Value;
import org.aepsych.api.strategy.ModelQueries;
import org.aepsych.api.strategy.ModelQueries.Prediction;
import org.aepsych.core.adaptive.event.Refusals;

/** What a model believes over the space, and where it is highest in some sense. Deterministic. */
final class ModelSurface {
    private static final int CANDIDATES = 1024;
    private static final int REFINEMENTS = 40;
    private static final double FIRST_STEP = 0.125;
    private static final double SHRINK = 0.6;

    private final ModelQueries model;
    private final ParameterSpace space;
    private final boolean probability;
    private final Map<Integer, Value> held;
    private final int outcome;

    ModelSurface(ModelQueries model, ParameterSpace space, boolean probability, int outcome) {
        this(model, space, probability, Map.of(), outcome);
    }

    private ModelSurface(
            ModelQueries model, ParameterSpace space, boolean probability, Map<Integer, Value> held, int outcome) {
        this.model = model;
        this.outcome = outcome;
        this.space = space;
        this.probability = probability;
        this.held = Map.copyOf(held);
    }

    /** A point with what the model believes there. */
    record Point(Stimulus stimulus, double value) {}

    ModelSurface holding(Map<Integer, Value> values) {
        return new ModelSurface(model, space, probability, values, outcome);
    }

    double at(Stimulus stimulus) {
        return values(List.of(stimulus)).get(0);
    }

    /**
     * Finds where a function of the model's belief is highest: the best of points that cover the space, improved by a
     * compass search along the free parameters that are numbers, its step shrinking where nothing is better.
     *
     * @param merit what is to be highest
     * @return the point, and the model's belief there
     */
    Point best(DoubleUnaryOperator merit) {
        Point best = best(
                SpaceCover.points(space, CANDIDATES).stream().map(this::hold).toList(), merit);
        double step = FIRST_STEP;
        for (int i = 0; i < REFINEMENTS; i++) {
            List<Stimulus> around = around(best.stimulus(), step);
            if (around.isEmpty()) {
                return best;
            }
            Point better = best(around, merit);
            if (merit.applyAsDouble(better.value()) > merit.applyAsDouble(best.value())) {
                best = better;
            } else {
                step *= SHRINK;
            }
        }
        return best;
    }

    private Point best(List<Stimulus> stimuli, DoubleUnaryOperator merit) {
        List<Double> values = values(stimuli);
        int best = 0;
        for (int i = 1; i < values.size(); i++) {
            if (merit.applyAsDouble(values.get(i)) > merit.applyAsDouble(values.get(best))) {
                best = i;
            }
        }
        return new Point(stimuli.get(best), values.get(best));
    }

    private List<Double> values(List<Stimulus> stimuli) {
        List<Prediction> predictions = model.predict(outcome, stimuli);
        if (predictions.size() != stimuli.size()) {
            throw Refusals.notReady("the model has no data yet; tell an outcome first");
        }
        return predictions.stream()
                .map(p -> probability ? p.probability() : p.mean())
                .toList();
    }

    private Stimulus hold(Stimulus stimulus) {
        List<Value> values = new ArrayList<>(stimulus.values());
        held.forEach(values::set);
        return new Stimulus(values);
    }

    private List<Stimulus> around(Stimulus center, double step) {
        List<Stimulus> around = new ArrayList<>();
        for (int i = 0; i < space.size(); i++) {
            if (!held.containsKey(i) && center.values().get(i) instanceof Value.Numeric number) {
                for (double direction : new double[] {-step, step}) {
                    double moved = moved(space.parameters().get(i), number.value(), direction);
                    if (moved != number.value()) {
                        List<Value> values = new ArrayList<>(center.values());
                        values.set(i, Value.of(moved));
                        around.add(new Stimulus(values));
                    }
                }
            }
        }
        return around;
    }

    private static double moved(Parameter parameter, double from, double share) {
        if (parameter instanceof Parameter.Continuous real) {
            double to = from + share * (real.upper() - real.lower());
            return Math.max(real.lower(), Math.min(real.upper(), to));
        } else if (parameter instanceof Parameter.Whole whole) {
            double jump = Math.max(1, Math.rint(Math.abs(share) * (double) (whole.upper() - whole.lower())));
            double to = from + Math.copySign(jump, share);
            return Math.max((double) whole.lower(), Math.min((double) whole.upper(), to));
        } else if (parameter instanceof Parameter.Binary) {
            return share < 0 ? 0 : 1;
        }
        return from;
    }
}
