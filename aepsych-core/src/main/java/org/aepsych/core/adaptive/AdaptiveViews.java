package org.aepsych.core.adaptive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.space.Value;
import org.aepsych.api.strategy.ModelQueries;
import org.aepsych.api.strategy.ModelQueries.Prediction;
import org.aepsych.core.adaptive.AdaptiveView.Axis;
import org.aepsych.core.adaptive.AdaptiveView.Dimension;
import org.aepsych.core.adaptive.AdaptiveView.PredictionGrid;
import org.aepsych.core.adaptive.AdaptiveView.Shown;

/** Draws sessions for people to look at. */
final class AdaptiveViews {
    private static final int LINE = 101;
    private static final int PLANE = 25;

    private AdaptiveViews() {}

    static AdaptiveView of(StreamId stream, int number, Session session) {
        ExperimentDesign design = session.design();
        return new AdaptiveView(
                stream,
                number,
                design.metadata().name(),
                session.setup().experimentId(),
                session.setup().participantId(),
                design.steps().stream().map(StepDesign::name).toList(),
                session.current().step().index(),
                session.finished(),
                session.ended(),
                dimensions(design),
                session.trials().stream()
                        .map(trial -> new Shown(
                                trial.parameters().stream()
                                        .map(given -> new AdaptiveView.Given(given.name(), given.value()))
                                        .toList(),
                                trial.outcomes().stream()
                                        .map(measured -> new AdaptiveView.Measured(measured.name(), measured.value()))
                                        .toList(),
                                trial.observation().isPresent()))
                        .toList(),
                session.current().model().flatMap(model -> grid(model, design)));
    }

    static List<Dimension> dimensions(ExperimentDesign design) {
        return design.space().parameters().stream()
                .map(parameter -> dimension(parameter, design))
                .toList();
    }

    private static Dimension dimension(Parameter parameter, ExperimentDesign design) {
        String name = parameter.name();
        if (parameter instanceof Parameter.Continuous real) {
            return new Dimension(name, "continuous", real.lower(), real.upper(), List.of());
        } else if (parameter instanceof Parameter.Whole whole) {
            return new Dimension(name, "integer", (double) whole.lower(), (double) whole.upper(), List.of());
        } else if (parameter instanceof Parameter.Categorical categorical) {
            List<String> choices = categorical.choices();
            return new Dimension(name, "categorical", 0, choices.size() - 1.0, choices);
        } else if (parameter instanceof Parameter.Binary) {
            return new Dimension(name, "binary", 0, 1, List.of());
        }
        return new Dimension(
                name,
                "fixed",
                bound(design, name, "lower_bound").orElse(0.0),
                bound(design, name, "upper_bound").orElse(1.0),
                List.of());
    }

    /** Bounds of a fixed parameter mean nothing, but the protocol repeats them. */
    private static Optional<Double> bound(ExperimentDesign design, String name, String option) {
        return design.file()
                .section(name)
                .filter(section -> section.ownKeys().contains(option))
                .flatMap(section -> section.text(option))
                .flatMap(text -> {
                    try {
                        return Optional.of(Double.parseDouble(text.strip()));
                    } catch (NumberFormatException e) {
                        return Optional.empty();
                    }
                });
    }

    private static Optional<PredictionGrid> grid(ModelQueries model, ExperimentDesign design) {
        List<Parameter> parameters = design.space().parameters();
        List<Integer> free = IntStream.range(0, parameters.size())
                .filter(i -> !(parameters.get(i) instanceof Parameter.Fixed))
                .boxed()
                .toList();
        boolean numbers = free.stream()
                .allMatch(i -> parameters.get(i) instanceof Parameter.Continuous
                        || parameters.get(i) instanceof Parameter.Whole);
        if (free.isEmpty() || free.size() > 2 || !numbers || design.stimuliPerTrial() != 1) {
            return Optional.empty();
        }
        List<Axis> axes = free.stream()
                .map(i -> axis(parameters.get(i), free.size() == 1 ? LINE : PLANE))
                .toList();
        List<Stimulus> points = points(parameters, free, axes);
        List<Prediction> predictions = model.predict(points);
        return predictions.size() == points.size()
                ? Optional.of(new PredictionGrid(
                        axes, predictions.stream().map(Prediction::probability).toList()))
                : Optional.empty();
    }

    private static Axis axis(Parameter parameter, int most) {
        double lower = ((Value.Numeric) SpaceCover.value(parameter, 0)).value();
        double upper = ((Value.Numeric) SpaceCover.value(parameter, 1)).value();
        double levels = parameter instanceof Parameter.Whole ? upper - lower + 1 : most;
        int count = (int) Math.min(levels, most);
        boolean whole = parameter instanceof Parameter.Whole;
        return new Axis(
                parameter.name(),
                IntStream.range(0, count)
                        .mapToObj(i -> lower + (upper - lower) * i / (count - 1))
                        .map(value -> whole ? Math.rint(value) : value)
                        .toList());
    }

    private static List<Stimulus> points(List<Parameter> parameters, List<Integer> free, List<Axis> axes) {
        List<Stimulus> points = new ArrayList<>();
        List<Double> inner = axes.size() == 2 ? axes.get(1).values() : List.of(0.0);
        for (double first : axes.get(0).values()) {
            for (double second : inner) {
                List<Value> values = new ArrayList<>();
                for (int i = 0; i < parameters.size(); i++) {
                    if (parameters.get(i) instanceof Parameter.Fixed fixed) {
                        values.add(fixed.value());
                    } else {
                        values.add(Value.of(free.get(0) == i ? first : second));
                    }
                }
                points.add(new Stimulus(values));
            }
        }
        return points;
    }
}
