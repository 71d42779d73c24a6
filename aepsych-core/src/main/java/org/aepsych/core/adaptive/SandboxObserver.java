package org.aepsych.core.adaptive;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.strategy.ModelQueries;
import org.aepsych.api.strategy.ModelQueries.Prediction;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.core.adaptive.design.ExperimentDesign;
import org.aepsych.core.adaptive.event.AdaptiveCodec;
import org.aepsych.core.adaptive.message.SessionMessages;
import org.aepsych.core.adaptive.session.FrozenSession;
import org.aepsych.core.adaptive.session.Session;
import org.aepsych.core.adaptive.session.SessionLanes;
import org.aepsych.core.json.Json;

/**
 * Answers in sandbox copies of sessions, where nobody real takes part: as the model of the original session came to believe
 * of its participant in the end. Where the original has no such belief, yes and no are equally likely, and numbers are
 * 0. Thread-safe.
 */
public final class SandboxObserver {
    private static final int MOST_TRIALS = 1000;
    private static final Json.Obj ASK = request("ask", Json.Obj.empty());

    private final SessionLanes lanes;
    private final SessionMessages messages;
    private final AdaptiveHistory history;
    private final RandomGenerator random;

    /**
     * Prepares to answer.
     *
     * @param lanes the sessions
     * @param messages asks and tells
     * @param history knows which sessions are copies
     * @param random draws the answers; thread-safe
     */
    @Inject
    public SandboxObserver(
            SessionLanes lanes, SessionMessages messages, AdaptiveHistory history, RandomGenerator random) {
        this.lanes = lanes;
        this.messages = messages;
        this.history = history;
        this.random = random;
    }

    /**
     * Takes part for some trials, or until the session is finished.
     *
     * @param stream a sandbox copy
     * @param trials how many, from 1 to 1000
     * @return how many trials took place
     * @throws AepsychException {@code NOT_ALLOWED} if the session is no copy; {@code INPUT_INVALID} for other numbers
     */
    public int observe(StreamId stream, int trials) {
        StreamId original = history.original(stream)
                .orElseThrow(() -> new AepsychException(
                        StandardError.NOT_ALLOWED, "Only in a sandbox copy may somebody answer for the participant."));
        if (trials < 1 || trials > MOST_TRIALS) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "trials: expected a whole number from 1 to " + MOST_TRIALS + ", but found " + trials);
        }
        FrozenSession known = lanes.read(original, Session::freeze);
        Optional<ModelQueries> model = known.thaw().current().model();
        int done = 0;
        while (done < trials && !lanes.read(stream, Session::finished)) {
            Optional<Presentation> presented = presented(stream);
            if (presented.isEmpty()) {
                return done;
            }
            tell(stream, known.design(), model, presented.get());
            done++;
        }
        return done;
    }

    private Optional<Presentation> presented(StreamId stream) {
        Optional<Presentation> pending = lanes.read(stream, Session::pending);
        return pending.isPresent()
                ? pending
                : messages.ask(stream, ASK, 1, Json.Obj.empty()).presentations().stream()
                        .findFirst();
    }

    private void tell(
            StreamId stream, ExperimentDesign design, Optional<ModelQueries> model, Presentation presentation) {
        Json.Obj config = Json.Obj.empty();
        List<String> names = design.space().names();
        for (int i = 0; i < names.size(); i++) {
            int parameter = i;
            config = config.with(
                    names.get(i),
                    Json.array(presentation.stimuli().stream()
                            .map(stimulus ->
                                    AdaptiveCodec.json(stimulus.values().get(parameter)))
                            .toList()));
        }
        List<Json> outcomes = new ArrayList<>();
        for (int outcome = 0; outcome < design.outcomeTypes().size(); outcome++) {
            outcomes.add(Json.array(List.of(Json.of(answer(design, model, presentation, outcome)))));
        }
        Json told = outcomes.get(0);
        if (outcomes.size() > 1) {
            Json.Obj named = Json.Obj.empty();
            for (int outcome = 0; outcome < outcomes.size(); outcome++) {
                named = named.with(design.outcomeNames().get(outcome), outcomes.get(outcome));
            }
            told = named;
        }
        Json.Obj message = Json.Obj.empty().with("config", config).with("outcome", told);
        var unused = messages.tell(stream, request("tell", message), message);
    }

    private double answer(
            ExperimentDesign design, Optional<ModelQueries> model, Presentation presentation, int outcome) {
        OutcomeType type = design.outcomeTypes().get(outcome);
        List<Stimulus> stimuli = presentation.stimuli();
        List<Prediction> beliefs =
                model.map(asked -> asked.predict(outcome, stimuli)).orElse(List.of());
        if (beliefs.size() != stimuli.size()) {
            return type == OutcomeType.BINARY && random.nextBoolean() ? 1 : 0;
        }
        if (stimuli.size() == 2) {
            double difference = beliefs.get(1).mean() - beliefs.get(0).mean() + Math.sqrt(2) * random.nextGaussian();
            return difference > 0 ? 1 : 0;
        }
        double expected = beliefs.get(0).probability();
        return switch (type) {
            case BINARY -> random.nextDouble() < expected ? 1 : 0;
            case CONTINUOUS -> expected;
            case ORDINAL -> Math.rint(expected);
        };
    }

    private static Json.Obj request(String type, Json.Obj message) {
        return Json.Obj.empty().with("type", Json.of(type)).with("message", message);
    }
}
