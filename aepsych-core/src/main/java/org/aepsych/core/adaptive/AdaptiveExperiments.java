package org.aepsych.core.adaptive;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.space.Value;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamHeader;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.engine.Command;
import org.aepsych.core.engine.Decision;
import org.aepsych.core.engine.Engine;
import org.aepsych.core.engine.ExperimentIds;
import org.aepsych.core.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions of adaptive experiments: sets them up, asks, tells, shows them. Every method returns when what it
 * recorded is durable. Thread-safe.
 */
public final class AdaptiveExperiments {
    private static final Logger LOG = LoggerFactory.getLogger(AdaptiveExperiments.class);
    private static final int MOST_POINTS = 10_000;

    private final Storage storage;
    private final AdaptiveProtocol protocol;
    private final InstantSource clock;
    private final SeedSource seeds;
    private final Engine<AdaptiveState, AdaptiveEvent> engine;
    private final SnapshotWriter snapshots;
    private final ZeroWait zeroWait;
    private final PresentedSessions presented;

    /**
     * Opens the sessions of a storage.
     *
     * @param storage where the logs are
     * @param protocol what the events mean
     * @param clock stamps the events
     * @param seeds gives new sessions their seeds and ids
     * @param executor runs the sessions
     */
    public AdaptiveExperiments(
            Storage storage, AdaptiveProtocol protocol, InstantSource clock, SeedSource seeds, Executor executor) {
        this(storage, protocol, clock, seeds, executor, new ZeroWait(ZeroWait.Settings.OFF));
    }

    /**
     * Opens the sessions of a storage.
     *
     * @param storage where the logs are
     * @param protocol what the events mean
     * @param clock stamps the events
     * @param seeds gives new sessions their seeds and ids
     * @param executor runs the sessions
     * @param zeroWait prepares asks; whoever made it closes it
     */
    public AdaptiveExperiments(
            Storage storage,
            AdaptiveProtocol protocol,
            InstantSource clock,
            SeedSource seeds,
            Executor executor,
            ZeroWait zeroWait) {
        this.storage = storage;
        this.protocol = protocol;
        this.clock = clock;
        this.seeds = seeds;
        this.zeroWait = zeroWait;
        this.engine = new Engine<>(protocol, storage, clock, executor);
        this.snapshots = new SnapshotWriter(engine, storage.snapshots(), clock, executor);
        engine.onCommit(snapshots::committed);
        this.presented = new PresentedSessions(this, protocol);
    }

    /**
     * A new session.
     *
     * @param stream the session
     * @param number its {@code strat_id}
     * @param experimentId the experiment it belongs to
     */
    public record Opened(StreamId stream, int number, String experimentId) {}

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

    private record Recorded(Told told, boolean finished) {}

    /**
     * A step that was declared finished.
     *
     * @param name its name
     * @param index its 0-based place
     */
    public record FinishedStep(String name, int index) {}

    /**
     * How a session stands.
     *
     * @param experimentId the experiment it belongs to
     * @param step name of the step at work
     * @param observations how many observations strategies learned of
     * @param model name of the step's model
     * @param acquisition name of its acquisition function
     * @param finished whether the whole sequence is finished
     * @param ended whether the client said goodbye
     * @param parameters the parameters with the bounds that the protocol reports
     * @param config the file: section, option, text; empty for an option without value
     */
    public record Status(
            String experimentId,
            String step,
            int observations,
            Optional<String> model,
            Optional<String> acquisition,
            boolean finished,
            boolean ended,
            List<AdaptiveView.Dimension> parameters,
            Map<String, Map<String, Optional<String>>> config) {
        /** Copies the list. */
        public Status {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * Sets up a session; nothing is written if the file has problems.
     *
     * @param request what the client sent
     * @param file the experiment file
     * @param experimentId id for a file that gives none; drawn if empty
     * @return the new session
     * @throws org.aepsych.api.config.ConfigException with everything that is wrong with the file
     */
    public Opened setup(Json.Obj request, ExperimentFile file, Optional<String> experimentId) {
        DesignReader.Checked checked = protocol.check(file);
        checked.warnings().forEach(warning -> LOG.warn("experiment file: {}", warning));
        ExperimentDesign design = checked.design();
        var unused = protocol.presentation(design);
        Metadata metadata = design.metadata();
        String experiment = metadata.experimentId().or(() -> experimentId).orElseGet(this::uuid);
        String participant = PresentedSessions.participant(request)
                .or(metadata::participantId)
                .orElseGet(this::uuid);
        AdaptiveEvent.Setup setup = new AdaptiveEvent.Setup(
                request,
                file.text(),
                design.seed().orElseGet(seeds::next),
                experiment,
                participant,
                new WarmStarts(storage, protocol).find(design, experiment),
                Optional.empty());
        StreamHeader header = new StreamHeader(
                Protocol.ADAPTIVE,
                new ExperimentId(experiment),
                Optional.of(metadata.name()),
                Optional.of(metadata.description()),
                Optional.of(participant),
                metadata.extra());
        StreamId stream = engine.open(header, setup, extraInfo(request)).stream();
        return new Opened(stream, numbers().indexOf(stream), experiment);
    }

    /**
     * Reads an experiment file without setting it up.
     *
     * @param text INI text
     * @return what it says
     * @throws org.aepsych.api.config.ConfigException with everything that is wrong with the file
     */
    public DesignPreview preview(String text) {
        return DesignPreview.of(ExperimentFile.parse(text), protocol);
    }

    /**
     * Returns the file that a session was set up with.
     *
     * @param stream the session
     * @return INI text
     */
    public String text(StreamId stream) {
        return read(stream, session -> session.design().file().text());
    }

    /**
     * Sets up an experiment that somebody wrote down here. One that the server presents is open to participants'
     * browsers from now on; any other has one session, with which a client may go on.
     *
     * @param text INI text
     * @return the new session
     * @throws org.aepsych.api.config.ConfigException with everything that is wrong with the file
     * @throws AepsychException {@code EXPERIMENT_EXISTS} if participants know another experiment under its id
     */
    public Opened define(String text) {
        ExperimentFile file = ExperimentFile.parse(text);
        DesignPreview preview = DesignPreview.of(file, protocol);
        preview.id().filter(id -> presented.find(id).isPresent()).ifPresent(id -> {
            throw new AepsychException(
                    StandardError.EXPERIMENT_EXISTS,
                    "There is an experiment called \"" + id.value() + "\" already; choose another name for addresses.");
        });
        Json.Obj request = Json.Obj.empty()
                .with("type", Json.of("setup"))
                .with("message", Json.Obj.empty().with("config_str", Json.of(text)));
        ExperimentId id =
                preview.id().orElseGet(() -> ExperimentIds.make(preview.name(), new SplittableRandom(seeds.next())));
        return setup(request, file, Optional.of(id.value()));
    }

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
        Answered answered = submit(stream, (state, now) -> {
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
        Recorded recorded = submit(stream, (state, now) -> {
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
            snapshots.save(stream);
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
        return submit(stream, (state, now) -> {
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
                submit(stream, (state, now) -> decision(new AdaptiveEvent.Noted(type, request), after -> true));
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
        return submit(stream, (state, now) -> {
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
    public Opened resume(long number, Json.Obj request) {
        Opened opened = opened(number);
        boolean unused =
                submit(opened.stream(), (state, now) -> decision(new AdaptiveEvent.Resume(request), after -> true));
        return opened;
    }

    /**
     * Lets a session go another way from some message on: as a new session that begins with the same messages.
     *
     * @param stream the session that it begins like
     * @param last the last message that both have, from 1
     * @return the new session
     * @throws AepsychException {@code EXPERIMENT_NOT_FOUND} if there is no such session; {@code INPUT_INVALID} if it has
     *     no such message
     */
    public Opened fork(StreamId stream, long last) {
        StreamId forked = fork(stream, last, header -> header);
        return opened(numbers().indexOf(forked));
    }

    StreamId fork(StreamId stream, long last, UnaryOperator<StreamHeader> header) {
        return new Forks(storage, protocol).fork(stream, last, clock.instant().truncatedTo(ChronoUnit.MICROS), header);
    }

    /**
     * Finds a session by its number.
     *
     * @param number its {@code strat_id}
     * @return the session
     * @throws AepsychException {@code NO_SUCH_EXPERIMENT} if there is none
     */
    public Opened opened(long number) {
        List<OpenedStream> streams = adaptive();
        if (number < 0 || number >= streams.size()) {
            throw new AepsychException(
                    AdaptiveError.NO_SUCH_EXPERIMENT,
                    "there is no experiment " + number + "; there are " + streams.size() + ", numbered from 0");
        }
        OpenedStream found = streams.get((int) number);
        return new Opened(
                found.id(), (int) number, found.header().experimentId().value());
    }

    /**
     * Records that the client said goodbye.
     *
     * @param stream the session
     * @param request what the client sent
     */
    public void exit(StreamId stream, Json.Obj request) {
        boolean unused = submit(stream, (state, now) -> decision(new AdaptiveEvent.Exit(request), after -> true));
        snapshots.save(stream);
    }

    /**
     * Tells how a session stands.
     *
     * @param stream the session
     * @return its status
     */
    public Status status(StreamId stream) {
        return read(stream, session -> {
            StepRun current = session.current();
            return new Status(
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

    /**
     * Lists the sessions.
     *
     * @return in the order in which they were set up, which is that of their numbers
     */
    public List<AdaptiveView.Summary> list() {
        List<OpenedStream> streams = adaptive();
        return IntStream.range(0, streams.size())
                .mapToObj(i -> summary(i, streams.get(i)))
                .toList();
    }

    private static AdaptiveView.Summary summary(int number, OpenedStream opened) {
        StreamHeader header = opened.header();
        return new AdaptiveView.Summary(
                opened.id(),
                number,
                header.experimentName().orElse(""),
                header.experimentId().value(),
                header.participantId().orElse(""));
    }

    /**
     * Shows a session.
     *
     * @param stream the session
     * @return how it stands, with its trials
     */
    public AdaptiveView view(StreamId stream) {
        int number = number(stream);
        return read(stream, session -> AdaptiveViews.of(stream, number, session));
    }

    /** Returns the {@code strat_id} of a session, which there has to be. */
    int number(StreamId stream) {
        int number = numbers().indexOf(stream);
        if (number < 0) {
            throw new AepsychException(
                    StandardError.EXPERIMENT_NOT_FOUND, "stream " + stream + " is no adaptive experiment");
        }
        return number;
    }

    /**
     * Returns the name of the database.
     *
     * @return as clients are shown it
     */
    public String storageName() {
        return storage.displayName();
    }

    /**
     * Returns how many sessions there are.
     *
     * @return one more than the largest {@code strat_id}
     */
    public int count() {
        return adaptive().size();
    }

    /**
     * Finds the session in which something happened last, among those that were not ended and that are not finished or
     * still wait for the outcome of the last ask. Looks at the 50 sessions that were active last; sandbox copies are
     * nobody's.
     *
     * @param taken sessions that do not count
     * @return the session, or empty if there is none
     */
    public Optional<Opened> lastActive(Set<StreamId> taken) {
        return new Activity(storage.events())
                .mostRecent(originals(), taken, 50).stream()
                        .filter(stream -> read(stream, Session::goesOn))
                        .findFirst()
                        .map(stream -> new Opened(
                                stream,
                                numbers().indexOf(stream),
                                read(stream, session -> session.setup().experimentId())));
    }

    /**
     * Returns the sessions that the server itself presents, in participants' browsers.
     *
     * @return always the same
     */
    public PresentedSessions presented() {
        return presented;
    }

    /**
     * Returns the engine that keeps the sessions.
     *
     * @return for listeners to what becomes durable
     */
    public Engine<AdaptiveState, AdaptiveEvent> engine() {
        return engine;
    }

    boolean isAdaptive(StreamId stream) {
        return storage.streams()
                .find(stream)
                .filter(header -> header.protocol() == Protocol.ADAPTIVE)
                .isPresent();
    }

    List<OpenedStream> adaptive() {
        return storage.streams().list().stream()
                .filter(opened -> opened.header().protocol() == Protocol.ADAPTIVE)
                .toList();
    }

    private List<StreamId> numbers() {
        return adaptive().stream().map(OpenedStream::id).toList();
    }

    private List<StreamId> originals() {
        return adaptive().stream()
                .filter(opened -> !Copies.isCopy(opened.header()))
                .map(OpenedStream::id)
                .toList();
    }

    private String uuid() {
        long high = (seeds.next() & ~0xf000L) | 0x4000L;
        long low = (seeds.next() & ~(3L << 62)) | (2L << 62);
        return new UUID(high, low).toString();
    }

    private static Optional<String> extraInfo(Json.Obj request) {
        return request.find("extra_info")
                .filter(json -> !(json instanceof Json.Null))
                .map(Json::text);
    }

    private static <R> Decision<AdaptiveState, AdaptiveEvent, R> decision(
            AdaptiveEvent event, Function<AdaptiveState, R> answer) {
        return new Decision<>(List.of(event), List.of(), extraInfo(event.request()), answer);
    }

    <R> R read(StreamId stream, Function<Session, R> question) {
        return await(engine.lane(stream).read(state -> question.apply(state.session())));
    }

    <R> R submit(StreamId stream, Command<AdaptiveState, AdaptiveEvent, R> command) {
        return await(engine.lane(stream).submit(command));
    }

    private static <R> R await(CompletableFuture<R> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof AepsychException refusal) {
                throw refusal;
            }
            throw e;
        }
    }
}
