package org.aepsych.core.adaptive.message;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.space.Value;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.core.adaptive.event.AdaptiveCodec;
import org.aepsych.core.adaptive.event.AdaptiveEvent;
import org.aepsych.core.adaptive.event.Refusals;
import org.aepsych.core.adaptive.event.StimulusReader;
import org.aepsych.core.adaptive.event.Tell;
import org.aepsych.core.adaptive.event.TellReader;
import org.aepsych.core.adaptive.recorded.NumberedSession;
import org.aepsych.core.adaptive.recorded.SessionNumbers;
import org.aepsych.core.adaptive.session.AdaptiveState;
import org.aepsych.core.adaptive.session.FrozenSession;
import org.aepsych.core.adaptive.session.ModelQuestion;
import org.aepsych.core.adaptive.session.Session;
import org.aepsych.core.adaptive.session.SessionLanes;
import org.aepsych.core.adaptive.session.StepRun;
import org.aepsych.core.engine.Decision;
import org.aepsych.core.json.Json;

/**
 * What clients say to a session once it is set up, and what it answers: ask, tell, and the rest. Every method returns when
 * what it recorded is durable. Thread-safe.
 */
public final class SessionMessages {
    private static final int MOST_POINTS = 10_000;

    private final SessionLanes lanes;
    private final SessionNumbers numbers;
    private final ZeroWait zeroWait;

    /**
     * Takes what it works with.
     *
     * @param lanes the sessions
     * @param storage where the logs are
     * @param zeroWait prepares asks
     */
    @Inject
    public SessionMessages(SessionLanes lanes, Storage storage, ZeroWait zeroWait) {
        this.lanes = lanes;
        this.numbers = new SessionNumbers(storage.streams());
        this.zeroWait = zeroWait;
    }

    /**
     * What an ask is answered.
     *
     * @param parameters names in order
     * @param presentations what to present
     * @param finished whether the whole sequence is finished
     */
    public record Asked(List<String> parameters, List<Presentation> presentations, boolean finished) {
        /** Copies the lists. */
        public Asked {
            parameters = List.copyOf(parameters);
            presentations = List.copyOf(presentations);
        }
    }

    /**
     * What a tell is answered.
     *
     * @param trials how many trials were recorded
     * @param modelled how many of them strategies learned of
     */
    public record Told(int trials, int modelled) {}

    /**
     * A step that was declared finished.
     *
     * @param name its name
     * @param index its 0-based place
     */
    public record FinishedStep(String name, int index) {}

    private record Recorded(Told told, boolean finished) {}

    /**
     * Asks what to present next.
     *
     * @param stream the session
     * @param request what the client sent
     * @param points how many presentations, from 0 to 10,000
     * @param fixed values at which parameters are to be held
     * @return what to present
     */
    public Asked ask(StreamId stream, Json.Obj request, long points, Json.Obj fixed) {
        if (points < 0 || points > MOST_POINTS) {
            throw Refusals.value(
                    "'num_points' expects a whole number from 0 to " + MOST_POINTS + ", but found " + points);
        }
        Answered answered = lanes.submit(stream, (state, now) -> {
            Session session = state.session();
            ParameterSpace space = session.design().space();
            AdaptiveEvent.Ask ask = zeroWait.decide(
                    stream, session, new ZeroWait.AdaptiveRequest(request, (int) points, held(space, fixed)));
            return decision(
                    ask,
                    after -> new Answered(
                            new Asked(space.names(), ask.proposal().presentations(), ask.finished()),
                            ask,
                            zeroWait.on() ? Optional.of(after.session().freeze()) : Optional.empty()));
        });
        answered.session.ifPresent(session -> zeroWait.prepare(stream, session, answered.ask));
        return answered.asked;
    }

    private record Answered(Asked asked, AdaptiveEvent.Ask ask, Optional<FrozenSession> session) {}

    private static Map<String, Value> held(ParameterSpace space, Json.Obj fixed) {
        Map<String, Value> held = new LinkedHashMap<>();
        fixed.members().forEach((name, json) -> {
            int index = space.indexOf(name);
            if (index < 0) {
                throw StimulusReader.notInList(Json.of(name));
            }
            Parameter parameter = space.parameters().get(index);
            held.put(name, StimulusReader.held(parameter, json));
        });
        return held;
    }

    /**
     * Records what came of presentations.
     *
     * @param stream the session
     * @param request what the client sent
     * @param message the request's message
     * @return how much was recorded
     */
    public Told tell(StreamId stream, Json.Obj request, Json.Obj message) {
        return tell(stream, List.of(request.with("message", message)));
    }

    /**
     * Records what came of presentations: all that is told, or nothing if any of it does not fit.
     *
     * @param stream the session
     * @param requests what the client sent, at least one
     * @return how much was recorded
     */
    public Told tell(StreamId stream, List<Json.Obj> requests) {
        Recorded recorded = lanes.submit(stream, (state, now) -> {
            int trials = 0;
            int modelled = 0;
            List<AdaptiveEvent> events = new ArrayList<>();
            for (Json.Obj request : requests) {
                AdaptiveEvent.Tell told = new AdaptiveEvent.Tell(request);
                Tell tell = TellReader.read(state.session().design(), AdaptiveCodec.message(told));
                trials += tell.trials().size();
                modelled += tell.modelData() ? tell.trials().size() : 0;
                events.add(told);
            }
            Told told = new Told(trials, modelled);
            return new Decision<>(
                    events,
                    List.of(),
                    extraInfo(requests.get(0)),
                    after -> new Recorded(told, after.session().finished()));
        });
        if (recorded.finished()) {
            lanes.snapshot(stream);
        }
        return recorded.told();
    }

    /**
     * Declares the step at work finished; the next ask moves on.
     *
     * @param stream the session
     * @param request what the client sent
     * @return the step
     */
    public FinishedStep finishStrategy(StreamId stream, Json.Obj request) {
        return lanes.submit(stream, (state, now) -> {
            StepRun current = state.session().current();
            FinishedStep finished =
                    new FinishedStep(current.step().name(), current.step().index());
            return current.declaredFinished()
                    ? Decision.nothing(same -> finished)
                    : decision(new AdaptiveEvent.FinishStrategy(request, finished.index()), after -> finished);
        });
    }

    /**
     * Records that something was asked that changes nothing.
     *
     * @param stream the session
     * @param type what was asked
     * @param request what the client sent
     */
    public void note(StreamId stream, String type, Json.Obj request) {
        boolean unused =
                lanes.submit(stream, (state, now) -> decision(new AdaptiveEvent.Noted(type, request), after -> true));
    }

    /**
     * Asks the present step's model.
     *
     * @param stream the session
     * @param request what the client sent
     * @param message the request's message
     * @return the members of the answer
     */
    public Json.Obj query(StreamId stream, Json.Obj request, Json.Obj message) {
        ModelQuestion question = ModelQuestion.read(message);
        ModelQuestion.refuseUnknown(message);
        return lanes.submit(stream, (state, now) -> {
            Json.Obj answer = question.answer(state.session());
            return decision(new AdaptiveEvent.Query(request, answer), after -> answer);
        });
    }

    /**
     * Returns to a session.
     *
     * @param number its {@code strat_id}
     * @param request what the client sent
     * @return the session
     */
    public NumberedSession resume(long number, Json.Obj request) {
        NumberedSession opened = numbers.session(number);
        boolean unused = lanes.submit(
                opened.stream(), (state, now) -> decision(new AdaptiveEvent.Resume(request), after -> true));
        return opened;
    }

    /**
     * Records that the client said goodbye.
     *
     * @param stream the session
     * @param request what the client sent
     */
    public void exit(StreamId stream, Json.Obj request) {
        boolean unused = lanes.submit(stream, (state, now) -> decision(new AdaptiveEvent.Exit(request), after -> true));
        lanes.snapshot(stream);
    }

    /**
     * Tells how a session stands.
     *
     * @param stream the session
     * @return its status
     */
    public SessionStatus status(StreamId stream) {
        return lanes.read(stream, session -> {
            StepRun current = session.current();
            return new SessionStatus(
                    session.setup().experimentId(),
                    current.step().name(),
                    session.observations().size() + current.seeds(),
                    current.model().flatMap(model -> model.modelName()),
                    current.model().flatMap(model -> model.acquisitionName()),
                    session.finished(),
                    session.ended(),
                    AdaptiveViews.dimensions(session.design()),
                    ConfigListing.of(session.design()));
        });
    }

    static Optional<String> extraInfo(Json.Obj request) {
        return request.find("extra_info")
                .filter(json -> !(json instanceof Json.Null))
                .map(Json::text);
    }

    private static <R> Decision<AdaptiveState, AdaptiveEvent, R> decision(
            AdaptiveEvent event, Function<AdaptiveState, R> answer) {
        return new Decision<>(List.of(event), List.of(), extraInfo(event.request()), answer);
    }
}
