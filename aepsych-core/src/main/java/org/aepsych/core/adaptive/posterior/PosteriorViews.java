package org.aepsych.core.adaptive.posterior;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.aepsych.api.AepsychException;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.strategy.ModelQueries;
import org.aepsych.api.strategy.ModelQueries.Estimate;
import org.aepsych.api.strategy.ModelQueries.Line;
import org.aepsych.api.strategy.ModelQueries.Prediction;
import org.aepsych.api.strategy.Observation;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.core.adaptive.design.ExperimentDesign;
import org.aepsych.core.adaptive.event.Refusals;
import org.aepsych.core.adaptive.event.Trial;
import org.aepsych.core.adaptive.posterior.PosteriorView.Axis;
import org.aepsych.core.adaptive.posterior.PosteriorView.Belief;
import org.aepsych.core.adaptive.posterior.PosteriorView.Point;
import org.aepsych.core.adaptive.posterior.PosteriorView.Scale;
import org.aepsych.core.adaptive.session.StepRun;

/** Asks a session's model what it believes over a slice of the space. */
final class PosteriorViews {
    private static final double CREDIBILITY = 0.95;

    /** Quantile of the standard normal distribution that goes with it. */
    private static final double REACH = 1.959963984540054;

    private static final double USUAL_TARGET = 0.75;
    private static final String TARGET = "target";

    /** Nodes and weights of the Gauss–Hermite rule for averages over a standard normal number. */
    private static final double[] NODES = {
        -3.7504397177257425,
        -2.366759410734541,
        -1.1544053947399682,
        0,
        1.1544053947399682,
        2.366759410734541,
        3.7504397177257425
    };

    private static final double[] WEIGHTS = {
        5.4826885597222e-4,
        0.03075712396758649,
        0.24012317860501273,
        0.45714285714285713,
        0.24012317860501273,
        0.03075712396758649,
        5.4826885597222e-4
    };

    private final Optional<ModelQueries> model;
    private final ExperimentDesign design;
    private final PosteriorSlice slice;
    private final PosteriorQuestion question;
    private final int outcome;

    private PosteriorViews(
            Optional<ModelQueries> model, ExperimentDesign design, PosteriorSlice slice, PosteriorQuestion question) {
        this.model = model;
        this.design = design;
        this.slice = slice;
        this.question = question;
        outcome = question.outcome()
                .map(name -> {
                    int index = design.outcomeNames().indexOf(name);
                    if (index < 0) {
                        throw Refusals.value(
                                "'outcome' expects one of " + design.outcomeNames() + ", but found " + name);
                    }
                    return index;
                })
                .orElse(0);
    }

    /**
     * Asks the model of the step at work.
     *
     * @param design the experiment
     * @param run the step, which may compute: its lane's, or one of the caller's own
     * @param trials of the session
     * @param question which part is wanted
     * @return without beliefs if the step has no model or the model has no data; empty if nothing varies
     */
    static Optional<PosteriorView> of(
            ExperimentDesign design, StepRun run, List<Trial> trials, PosteriorQuestion question) {
        return PosteriorSlice.of(design.space(), question)
                .map(slice -> new PosteriorViews(run.model(), design, slice, question).view(run, trials));
    }

    private PosteriorView view(StepRun run, List<Trial> trials) {
        List<Axis> axes = slice.axes();
        List<Stimulus> stimuli = slice.stimuli(axes);
        List<Prediction> told =
                model.map(asked -> asked.predict(outcome, stimuli)).orElse(List.of());
        List<Prediction> predictions = told.size() == stimuli.size() ? told : List.of();
        Scale scale = scale(predictions);
        Optional<Double> target = predictions.isEmpty() ? Optional.empty() : target(scale);
        List<Point> points = points(trials);
        return new PosteriorView(
                run.step().name(),
                predictions.isEmpty()
                        ? ""
                        : model.flatMap(ModelQueries::modelName).orElse(""),
                points.size() + run.seeds(),
                scale,
                design.outcomeNames().get(outcome),
                design.outcomeNames(),
                slice.choiceNames(),
                axes,
                slice.held(),
                predictions.stream()
                        .map(prediction -> belief(scale, prediction))
                        .toList(),
                CREDIBILITY,
                target,
                axes.size() == 1 ? target.flatMap(sought -> threshold(axes, sought)) : Optional.empty(),
                points);
    }

    private Scale scale(List<Prediction> predictions) {
        if (design.stimuliPerTrial() != 1) {
            return Scale.LATENT;
        }
        boolean says = predictions.isEmpty()
                || model.map(asked -> asked.expected(outcome, predictions.get(0).mean()))
                        .filter(OptionalDouble::isPresent)
                        .isPresent();
        return switch (design.outcomeTypes().get(outcome)) {
            case CONTINUOUS -> Scale.NUMBER;
            case BINARY -> says ? Scale.PROBABILITY : Scale.LATENT;
            case ORDINAL -> says ? Scale.CATEGORY : Scale.LATENT;
        };
    }

    private Belief belief(Scale scale, Prediction prediction) {
        double deviation = Math.sqrt(Math.max(0, prediction.variance()));
        double low = prediction.mean() - REACH * deviation;
        double high = prediction.mean() + REACH * deviation;
        if (scale == Scale.LATENT || scale == Scale.NUMBER) {
            return new Belief(prediction.mean(), deviation, low, high);
        }
        double mean = 0;
        double square = 0;
        for (int i = 0; i < NODES.length; i++) {
            double value = expected(prediction.mean() + NODES[i] * deviation);
            mean += WEIGHTS[i] * value;
            square += WEIGHTS[i] * value * value;
        }
        return new Belief(
                prediction.probability(), Math.sqrt(Math.max(0, square - mean * mean)), expected(low), expected(high));
    }

    private double expected(double latent) {
        return model.map(asked -> asked.expected(outcome, latent))
                .orElse(OptionalDouble.empty())
                .orElse(Double.NaN);
    }

    private Optional<Double> target(Scale scale) {
        if (scale == Scale.LATENT) {
            return Optional.empty();
        }
        Optional<Double> sought = question.target()
                .or(() -> outcome == 0 ? namedTarget(design) : Optional.empty())
                .or(() -> scale == Scale.PROBABILITY ? Optional.of(USUAL_TARGET) : Optional.empty());
        boolean reachable = scale == Scale.NUMBER
                || design.outcomeTypes().get(0) != OutcomeType.BINARY
                || outcome > 0
                || sought.flatMap(value -> model.map(asked -> asked.latent(value)))
                        .filter(OptionalDouble::isPresent)
                        .isPresent();
        return sought.filter(value -> reachable);
    }

    /** The first target of the file, in whatever section it is. */
    static Optional<Double> namedTarget(ExperimentDesign design) {
        return design.file().sectionNames().stream()
                .flatMap(name -> design.file().section(name).stream())
                .filter(section -> section.ownKeys().contains(TARGET))
                .flatMap(section -> section.text(TARGET).stream())
                .flatMap(text -> {
                    try {
                        return Optional.of(Double.parseDouble(text.strip())).stream();
                    } catch (NumberFormatException e) {
                        return Optional.<Double>empty().stream();
                    }
                })
                .filter(Double::isFinite)
                .findFirst();
    }

    private Optional<Estimate> threshold(List<Axis> axes, double sought) {
        Axis axis = axes.get(0);
        if (!axis.labels().isEmpty()) {
            return Optional.empty();
        }
        try {
            return model.flatMap(
                    asked -> asked.threshold(new Line(slice.lowest(axes), axis.name(), outcome, CREDIBILITY), sought));
        } catch (AepsychException e) {
            // No stimulus can be expected to have that outcome; the curve shows as much.
            return Optional.empty();
        }
    }

    private List<Point> points(List<Trial> trials) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            Optional<Observation> told = trials.get(i).observation();
            if (told.isPresent()) {
                List<Stimulus> stimuli = told.get().presentation().stimuli();
                points.add(new Point(
                        i + 1,
                        stimuli.stream().map(slice::place).toList(),
                        told.get().outcomes().get(outcome),
                        stimuli.stream().allMatch(slice::near)));
            }
        }
        return points;
    }
}
