package org.aepsych.core.adaptive.message;

import java.util.List;
import java.util.Optional;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.space.Parameter;
import org.aepsych.core.adaptive.design.ExperimentDesign;
import org.aepsych.core.adaptive.design.StepDesign;
import org.aepsych.core.adaptive.message.AdaptiveView.Dimension;
import org.aepsych.core.adaptive.message.AdaptiveView.Shown;
import org.aepsych.core.adaptive.session.Session;

/** Draws sessions for people to look at. */
public final class AdaptiveViews {
    private AdaptiveViews() {}

    /**
     * Draws a session.
     *
     * @param stream its log
     * @param number its {@code strat_id}
     * @param session on its lane, or folded for the caller
     * @return how it stands, with its trials
     */
    public static AdaptiveView of(StreamId stream, int number, Session session) {
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
                        .toList());
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
}
