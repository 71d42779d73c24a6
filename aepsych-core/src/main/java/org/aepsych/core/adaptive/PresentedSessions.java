package org.aepsych.core.adaptive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.engine.Decision;
import org.aepsych.core.json.Json;
import org.aepsych.core.presentation.PresentationDesign;
import org.aepsych.core.presentation.PresentationReader;

/**
 * Sessions whose stimuli the server presents in participants' browsers. An experiment is open to them from the moment
 * when a file with the section {@code [presentation]} is set up under its id; each participant who joins gets a session
 * of their own with the same file. Trials are numbered, and what is done twice counts once: a page may be loaded again,
 * send again, or go on in another browser. Thread-safe.
 */
public final class PresentedSessions {
    private static final String DOOR = "door";
    private static final String BROWSER = "browser";
    private static final int MOST_MEASURES = 30;
    private static final int LONGEST_TEXT = 200;
    private static final Set<String> OWN_KEYS =
            Set.of("config", "outcome", "model_data", "trial", "answer", "stimulus_slot", "response_time");

    private final AdaptiveExperiments experiments;
    private final AdaptiveProtocol protocol;
    /** The sessions that opened the experiments to browsers; they never change. */
    private final Map<ExperimentId, StreamId> opened = new ConcurrentHashMap<>();

    private final Map<StreamId, PresentationDesign> designs = new ConcurrentHashMap<>();

    PresentedSessions(AdaptiveExperiments experiments, AdaptiveProtocol protocol) {
        this.experiments = experiments;
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

    static boolean isPresented(AdaptiveEvent.Setup setup) {
        return setup.request().find(DOOR).filter(Json.of(BROWSER)::equals).isPresent();
    }

    /**
     * Lists the experiments that are open to browsers.
     *
     * @return in the order in which they were opened
     */
    public List<PresentedExperiment> list() {
        return experiments.adaptive().stream()
                .filter(stream -> !Copies.isCopy(stream.header()))
                .map(stream -> stream.header().experimentId())
                .distinct()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    /**
     * Finds an experiment that is open to browsers.
     *
     * @param id of the experiment
     * @return the experiment, or empty if there is none or its file has no section {@code [presentation]}
     */
    public Optional<PresentedExperiment> find(ExperimentId id) {
        return opening(id)
                .map(stream -> experiments.read(stream, session -> {
                    Metadata metadata = session.design().metadata();
                    return new PresentedExperiment(
                            id,
                            metadata.givenName().orElse(id.value()),
                            metadata.givenDescription().orElse(""),
                            design(stream, session));
                }));
    }

    /**
     * Tells whether a session is the one that opened its experiment to browsers.
     *
     * @param stream the session
     * @param id the experiment
     * @return whether participants join because of it
     */
    public boolean isOpening(StreamId stream, ExperimentId id) {
        return opening(id).filter(stream::equals).isPresent();
    }

    /**
     * Begins a session for somebody who joins.
     *
     * @param id of the experiment
     * @param facts what is to be recorded of the joining, such as the consent
     * @return the new session
     * @throws AepsychException {@code EXPERIMENT_NOT_FOUND}
     */
    public AdaptiveExperiments.Opened join(ExperimentId id, Json.Obj facts) {
        StreamId opening = opening(id)
                .orElseThrow(() -> new AepsychException(
                        StandardError.EXPERIMENT_NOT_FOUND, "There is no experiment of this name to take part in."));
        ExperimentFile file =
                experiments.read(opening, session -> session.design().file());
        Json.Obj request = Json.Obj.empty()
                .with("type", Json.of("setup"))
                .with("message", Json.Obj.empty().with("config_str", Json.of(file.text())))
                .with(DOOR, Json.of(BROWSER))
                .with("joining", facts);
        return experiments.setup(request, file, Optional.of(id.value()));
    }

    /**
     * Tells whether a session is one of an experiment's.
     *
     * @param stream the session, or a log of another kind
     * @param id the experiment
     * @return whether a participant joined it in a browser
     */
    public boolean belongs(StreamId stream, ExperimentId id) {
        return experiments.isAdaptive(stream)
                && experiments.read(
                        stream,
                        session -> isPresented(session.setup())
                                && session.setup().experimentId().equals(id.value()));
    }

    static Optional<String> participant(Json.Obj request) {
        return request.find("joining")
                .filter(Json.Obj.class::isInstance)
                .map(Json.Obj.class::cast)
                .flatMap(joining -> joining.find("participant"))
                .filter(Json.Text.class::isInstance)
                .map(text -> ((Json.Text) text).value());
    }

    /**
     * Returns how a session is presented.
     *
     * @param stream the session
     * @return as its file says
     */
    public PresentationDesign design(StreamId stream) {
        PresentationDesign known = designs.get(stream);
        return known != null ? known : experiments.read(stream, session -> design(stream, session));
    }

    /**
     * Tells how far a session is.
     *
     * @param stream the session
     * @return as of now
     */
    public Progress progress(StreamId stream) {
        return experiments.read(stream, session -> {
            PresentationDesign design = design(stream, session);
            int done = session.trials().size();
            int practice = Math.min(done, design.practice().size());
            boolean finished =
                    session.finished() && TrialPlan.next(session, design).isEmpty();
            return new Progress(
                    participant(session.setup().request()).orElse(""),
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
        return experiments.submit(stream, (state, now) -> {
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
            Json.Obj request = Json.Obj.empty()
                    .with("type", Json.of("ask"))
                    .with("message", Json.Obj.empty())
                    .with(DOOR, Json.of(BROWSER));
            Function<AdaptiveState, PresentedTrial> answer = after -> TrialPlan.next(after.session(), design)
                    .map(TrialPlan::shown)
                    .orElseGet(
                            () -> PresentedTrial.none(after.session().trials().size()));
            return Decision.record(List.of(session.decideAsk(request, 1, Map.of())), answer);
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
        Optional<Boolean> correct = experiments.submit(stream, (state, now) -> {
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
        return Json.Obj.empty()
                .with("type", Json.of("tell"))
                .with("message", new Json.Obj(message))
                .with(DOOR, Json.of(BROWSER));
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

    private PresentationDesign design(StreamId stream, Session session) {
        return designs.computeIfAbsent(
                stream,
                id -> protocol.presentation(session.design())
                        .orElseThrow(() -> new AepsychException(
                                StandardError.EXPERIMENT_NOT_FOUND, "The experiment is not presented in browsers.")));
    }

    private Optional<StreamId> opening(ExperimentId id) {
        StreamId known = opened.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<StreamId> found = experiments.adaptive().stream()
                .filter(stream -> stream.header().experimentId().equals(id) && !Copies.isCopy(stream.header()))
                .map(OpenedStream::id)
                .filter(stream -> experiments.read(
                        stream,
                        session -> !isPresented(session.setup())
                                && PresentationReader.isIn(session.design().file())))
                .findFirst();
        found.ifPresent(stream -> opened.put(id, stream));
        return found;
    }
}
