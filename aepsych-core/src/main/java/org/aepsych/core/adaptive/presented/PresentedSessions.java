package org.aepsych.core.adaptive.presented;

import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.adaptive.design.ExperimentDesign;
import org.aepsych.core.adaptive.event.AdaptiveCodec;
import org.aepsych.core.adaptive.event.AdaptiveEvent;
import org.aepsych.core.adaptive.event.BrowserRequest;
import org.aepsych.core.adaptive.event.Refusals;
import org.aepsych.core.adaptive.event.TellReader;
import org.aepsych.core.adaptive.session.AdaptiveProtocol;
import org.aepsych.core.adaptive.session.AdaptiveState;
import org.aepsych.core.adaptive.session.Session;
import org.aepsych.core.adaptive.session.SessionLanes;
import org.aepsych.core.engine.Decision;
import org.aepsych.core.json.Json;
import org.aepsych.core.presentation.PresentationDesign;
import org.aepsych.core.presentation.PresentationReader;

/**
 * Sessions whose stimuli the server presents in participants' browsers. Trials are numbered, and what is done twice counts
 * once: a page may be loaded again, send again, or go on in another browser. Thread-safe.
 */
public final class PresentedSessions {
    private static final int MOST_MEASURES = 30;
    private static final int LONGEST_TEXT = 200;
    private static final Set<String> OWN_KEYS =
            Set.of("config", "outcome", "model_data", "trial", "answer", "stimulus_slot", "response_time");

    private final SessionLanes lanes;
    private final AdaptiveProtocol protocol;
    private final Map<StreamId, PresentationDesign> designs = new ConcurrentHashMap<>();

    /**
     * Takes what it works with.
     *
     * @param lanes the sessions
     * @param protocol what the events mean
     */
    @Inject
    public PresentedSessions(SessionLanes lanes, AdaptiveProtocol protocol) {
        this.lanes = lanes;
        this.protocol = protocol;
    }

    /**
     * What an answer is answered.
     *
     * @param correct whether it was right; empty if there is nothing to be right about
     * @param next what to present next
     */
    public record Answered(Optional<Boolean> correct, PresentedTrial next) {}

    /**
     * How far a session is.
     *
     * @param participant the code that the participant came with; empty if they came without one
     * @param trials how many were answered, without practice
     * @param expected how many there will be at least, if no step ends before it has asked what it should; 0 if the file
     *     does not say
     * @param practice how many practice trials were answered
     * @param finished whether there is nothing left to present
     */
    public record Progress(String participant, int trials, int expected, int practice, boolean finished) {
        /**
         * Tells whether the participant has answered anything.
         *
         * @return false at the beginning
         */
        public boolean begun() {
            return trials + practice > 0;
        }
    }

    /**
     * Returns how a session is presented.
     *
     * @param stream the session
     * @return as its file says
     */
    public PresentationDesign design(StreamId stream) {
        PresentationDesign known = designs.get(stream);
        return known != null ? known : lanes.read(stream, session -> design(stream, session));
    }

    /**
     * Tells how far a session is.
     *
     * @param stream the session
     * @return as of now
     */
    public Progress progress(StreamId stream) {
        return lanes.read(stream, session -> {
            PresentationDesign design = design(stream, session);
            int done = session.trials().size();
            int practice = Math.min(done, design.practice().size());
            boolean finished =
                    session.finished() && TrialPlan.next(session, design).isEmpty();
            return new Progress(
                    BrowserRequest.participant(session.setup().request()).orElse(""),
                    done - practice,
                    session.design().expectedTrials(),
                    practice,
                    finished);
        });
    }

    /**
     * Tells what to present; the same until it is answered.
     *
     * @param stream the session
     * @return a trial, or that there is none left
     */
    public PresentedTrial next(StreamId stream) {
        return lanes.submit(stream, (state, now) -> {
            Session session = state.session();
            PresentationDesign design = design(stream, session);
            Optional<TrialPlan> plan = TrialPlan.next(session, design);
            if (plan.isPresent()) {
                return Decision.nothing(same -> plan.get().shown());
            }
            if (session.finished()) {
                return Decision.nothing(
                        same -> PresentedTrial.none(session.trials().size()));
            }
            Function<AdaptiveState, PresentedTrial> answer = after -> TrialPlan.next(after.session(), design)
                    .map(TrialPlan::shown)
                    .orElseGet(
                            () -> PresentedTrial.none(after.session().trials().size()));
            return Decision.record(List.of(session.decideAsk(BrowserRequest.ask(), 1, Map.of())), answer);
        });
    }

    /**
     * Records an answer, unless the trial has been answered already, and tells what to present next.
     *
     * @param stream the session
     * @param answer what the participant answered
     * @return whether it was right, and the next trial
     * @throws AepsychException {@code VALUE_REFUSED} if the answer is none that the task allows, {@code NOT_READY} if
     *     the trial has not been presented
     */
    public Answered answer(StreamId stream, GivenAnswer answer) {
        Optional<Boolean> correct = lanes.submit(stream, (state, now) -> {
            Session session = state.session();
            PresentationDesign design = design(stream, session);
            int next = session.trials().size();
            if (answer.trial() >= 0 && answer.trial() < next) {
                boolean right = session.trials().get(answer.trial()).outcomes().stream()
                        .anyMatch(outcome ->
                                !outcome.name().equals(PresentationReader.RESPONSE_TIME) && outcome.value() == 1);
                return Decision.nothing(same -> judged(design, right));
            }
            TrialPlan plan = TrialPlan.next(session, design)
                    .filter(ready -> answer.trial() == next)
                    .orElseThrow(() -> Refusals.notReady(
                            "trial " + answer.trial() + " has not been presented; the next one is " + next));
            double outcome = plan.outcome(answer.answer());
            AdaptiveEvent.Tell tell = new AdaptiveEvent.Tell(request(session.design(), plan, answer, outcome));
            var unused = TellReader.read(session.design(), AdaptiveCodec.message(tell));
            return Decision.record(List.of(tell), after -> judged(design, outcome == 1));
        });
        return new Answered(correct, next(stream));
    }

    private static Optional<Boolean> judged(PresentationDesign design, boolean right) {
        return design.task().hasRightAnswer() ? Optional.of(right) : Optional.empty();
    }

    private static Json.Obj request(ExperimentDesign design, TrialPlan plan, GivenAnswer answer, double outcome) {
        Map<String, Json> message = new LinkedHashMap<>();
        message.put("config", plan.parameters());
        message.put("outcome", outcomes(design, outcome, answer.responseTime()));
        message.put("model_data", Json.of(!plan.practice()));
        message.put("trial", Json.of(answer.trial()));
        message.put("answer", Json.of(answer.answer()));
        message.put("stimulus_slot", Json.of(plan.firstSlot()));
        message.put("response_time", Json.of(answer.responseTime()));
        answer.measured().members().forEach((name, value) -> {
            boolean small = value instanceof Json.Whole
                    || value instanceof Json.Real
                    || value instanceof Json.Flag
                    || (value instanceof Json.Text text && text.value().length() <= LONGEST_TEXT);
            if (small && !OWN_KEYS.contains(name) && message.size() < MOST_MEASURES) {
                message.put(name, value);
            }
        });
        return BrowserRequest.tell(new Json.Obj(message));
    }

    private static Json outcomes(ExperimentDesign design, double outcome, double responseTime) {
        if (design.outcomeNames().size() == 1) {
            return Json.array(List.of(Json.of(outcome)));
        }
        Json.Obj outcomes = Json.Obj.empty();
        for (String name : design.outcomeNames()) {
            boolean time = name.equals(PresentationReader.RESPONSE_TIME);
            outcomes = outcomes.with(name, Json.array(List.of(Json.of(time ? responseTime : outcome))));
        }
        return outcomes;
    }

    /** Returns how a session is presented, on its lane. */
    PresentationDesign design(StreamId stream, Session session) {
        return designs.computeIfAbsent(
                stream,
                id -> protocol.presentation(session.design())
                        .orElseThrow(() -> new AepsychException(
                                StandardError.EXPERIMENT_NOT_FOUND, "The experiment is not presented in browsers.")));
    }
}
