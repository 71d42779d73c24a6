package org.aepsych.core.adaptive.posterior;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.api.strategy.ModelQueries.Estimate;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.core.adaptive.design.ExperimentDesign;
import org.aepsych.core.adaptive.event.AdaptiveEvent;
import org.aepsych.core.adaptive.session.AdaptiveProtocol;
import org.aepsych.core.adaptive.session.Session;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.engine.Fold;
import org.jspecify.annotations.Nullable;

/**
 * Where the models of sessions see thresholds after the last message, for tables. It is the session's page that is asked,
 * as if somebody had typed its questions in: along the last parameter that is a number, as a {@code query} does, at places
 * of the first other one. The same log gives the same numbers. Thread-safe.
 */
public final class ThresholdEstimates {
    /** How many values of the other parameter. */
    private static final int PLACES = 9;

    private final AdaptiveProtocol protocol;
    private final Storage storage;

    /**
     * Estimates of sessions.
     *
     * @param protocol what their events mean
     * @param storage where their logs are
     */
    public ThresholdEstimates(AdaptiveProtocol protocol, Storage storage) {
        this.protocol = protocol;
        this.storage = storage;
    }

    /**
     * A threshold.
     *
     * @param step name of the step at work in the end
     * @param model name of its model
     * @param observations how many the model has learned of
     * @param finished whether the last step is finished
     * @param outcome name of the outcome
     * @param target the expected outcome at the threshold
     * @param parameter along which it was sought
     * @param held the other parameters that vary, and where they were held
     * @param value where the threshold is, in raw units
     * @param credibility probability that it lies between the limits
     */
    public record Threshold(
            String step,
            String model,
            int observations,
            boolean finished,
            String outcome,
            double target,
            String parameter,
            Map<String, String> held,
            Estimate value,
            double credibility) {
        /** Copies the values. */
        public Threshold {
            held = Map.copyOf(held);
        }
    }

    /**
     * Returns the parameters that are held when thresholds of a session are sought.
     *
     * @param session which
     * @return in order; empty if no threshold is sought in such an experiment: there is no single stimulus in a trial, no
     *     number among the parameters, or neither an outcome of yes and no nor a target in the file
     */
    public Optional<List<Parameter>> held(OpenedStream session) {
        ExperimentDesign design = design(session);
        return along(design).map(along -> others(design.space(), along).toList());
    }

    /**
     * Asks the model of the step at work after the last message.
     *
     * @param session which
     * @return one threshold for each outcome that has one, and each place; none if none is sought, if the step has no
     *     model, or if the model has no data
     * @throws AepsychException if the log is not whole, or if a strategy is not here or fails
     */
    public List<Threshold> of(OpenedStream session) {
        if (held(session).isEmpty()) {
            return List.of();
        }
        Session last = new Fold<>(protocol)
                .upTo(session.id(), storage.events(), Long.MAX_VALUE)
                .orElseThrow(() -> noSetup(session))
                .state()
                .session();
        List<Threshold> found = new ArrayList<>();
        along(last.design()).ifPresent(along -> {
            for (PosteriorQuestion question : questions(last.design(), along)) {
                PosteriorViews.of(last.design(), last.current(), last.trials(), question)
                        .flatMap(view -> threshold(last, along, view))
                        .ifPresent(found::add);
            }
        });
        return List.copyOf(found);
    }

    /** Whether or not its strategies are here. */
    private ExperimentDesign design(OpenedStream session) {
        AtomicReference<@Nullable RecordedEvent> first = new AtomicReference<>();
        storage.events().read(session.id(), 0, event -> first.compareAndSet(null, event));
        return Optional.ofNullable(first.get())
                .map(protocol::decode)
                .filter(AdaptiveEvent.Setup.class::isInstance)
                .map(AdaptiveEvent.Setup.class::cast)
                .map(setup -> protocol.foreignDesign(ExperimentFile.parse(setup.config())))
                .orElseThrow(() -> noSetup(session));
    }

    private static AepsychException noSetup(OpenedStream session) {
        return new AepsychException(
                StandardError.LOG_TAMPERED, "stream " + session.id() + ": the log does not begin with a setup");
    }

    private static Optional<Threshold> threshold(Session session, Parameter along, PosteriorView view) {
        Map<String, String> held = new LinkedHashMap<>();
        view.held().forEach(place -> held.put(place.name(), place.value()));
        return view.threshold()
                .map(estimate -> new Threshold(
                        view.step(),
                        view.model(),
                        view.observations(),
                        session.finished(),
                        view.outcome(),
                        view.target().orElseThrow(),
                        along.name(),
                        held,
                        estimate,
                        view.credibility()));
    }

    private static Optional<Parameter> along(ExperimentDesign design) {
        boolean sought = design.stimuliPerTrial() == 1
                && (design.outcomeTypes().contains(OutcomeType.BINARY)
                        || PosteriorViews.namedTarget(design).isPresent());
        return design.space().parameters().stream()
                .filter(parameter -> sought && isNumber(parameter))
                .reduce((before, after) -> after);
    }

    private static boolean isNumber(Parameter parameter) {
        return parameter instanceof Parameter.Continuous || parameter instanceof Parameter.Whole;
    }

    private static Stream<Parameter> others(ParameterSpace space, Parameter along) {
        return space.parameters().stream()
                .filter(parameter -> !(parameter instanceof Parameter.Fixed) && !parameter.equals(along));
    }

    private static List<PosteriorQuestion> questions(ExperimentDesign design, Parameter along) {
        List<Map<String, String>> places = others(design.space(), along)
                .findFirst()
                .map(other -> PosteriorSlice.places(other, PLACES).stream()
                        .map(place -> Map.of(other.name(), place))
                        .toList())
                .orElse(List.of(Map.of()));
        return design.outcomeNames().stream()
                .flatMap(outcome -> places.stream()
                        .map(held -> new PosteriorQuestion(
                                Optional.of(along.name()),
                                Optional.of(PosteriorQuestion.NONE),
                                held,
                                Optional.of(outcome),
                                Optional.empty())))
                .toList();
    }
}
