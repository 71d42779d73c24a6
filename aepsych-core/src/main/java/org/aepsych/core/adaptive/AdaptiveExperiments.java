package org.aepsych.core.adaptive;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamHeader;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.core.adaptive.message.AdaptiveView;
import org.aepsych.core.adaptive.message.AdaptiveViews;
import org.aepsych.core.adaptive.message.SeedSource;
import org.aepsych.core.adaptive.message.SessionMessages;
import org.aepsych.core.adaptive.message.SessionSetup;
import org.aepsych.core.adaptive.presented.PresentedExperiments;
import org.aepsych.core.adaptive.recorded.NumberedSession;
import org.aepsych.core.adaptive.recorded.SessionNumbers;
import org.aepsych.core.adaptive.session.AdaptiveProtocol;
import org.aepsych.core.adaptive.session.Session;
import org.aepsych.core.adaptive.session.SessionLanes;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.engine.ExperimentIds;
import org.aepsych.core.json.Json;

/**
 * The sessions of adaptive experiments: sets them up, lists and shows them. What clients say to one is
 * {@link SessionMessages}. Every method returns when what it recorded is durable. Thread-safe.
 */
public final class AdaptiveExperiments {
    private final SessionLanes lanes;
    private final PresentedExperiments presented;
    private final Storage storage;
    private final AdaptiveProtocol protocol;
    private final InstantSource clock;
    private final SeedSource seeds;
    private final SessionSetup setup;
    private final SessionNumbers numbers;

    /**
     * Takes what it works with.
     *
     * @param lanes the sessions
     * @param presented those that participants' browsers have
     * @param storage where the logs are
     * @param protocol what the events mean
     * @param clock stamps forks
     * @param seeds gives new sessions their seeds and ids
     */
    @Inject
    public AdaptiveExperiments(
            SessionLanes lanes,
            PresentedExperiments presented,
            Storage storage,
            AdaptiveProtocol protocol,
            InstantSource clock,
            SeedSource seeds) {
        this.lanes = lanes;
        this.presented = presented;
        this.storage = storage;
        this.protocol = protocol;
        this.clock = clock;
        this.seeds = seeds;
        this.setup = new SessionSetup(lanes, storage, protocol, seeds);
        this.numbers = new SessionNumbers(storage.streams());
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
        return lanes.read(stream, session -> session.design().file().text());
    }

    /**
     * Tells which experiment a session belongs to; looks at no lane, so that those who hear of commits may ask.
     *
     * @param session the session
     * @return empty if there is no such log
     */
    public Optional<ExperimentId> experiment(StreamId session) {
        return storage.streams().find(session).map(StreamHeader::experimentId);
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
    public NumberedSession define(String text) {
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
        return setup.setup(request, file, Optional.of(id.value()));
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
    public NumberedSession setup(Json.Obj request, ExperimentFile file, Optional<String> experimentId) {
        return setup.setup(request, file, experimentId);
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
    public NumberedSession fork(StreamId stream, long last) {
        StreamId forked = fork(stream, last, header -> header);
        return numbers.session(numbers.of(forked));
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
    public NumberedSession session(long number) {
        return numbers.session(number);
    }

    /**
     * Lists the sessions.
     *
     * @return in the order in which they were set up, which is that of their numbers
     */
    public List<AdaptiveView.Summary> list() {
        List<OpenedStream> streams = numbers.all();
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
        int number = numbers.of(stream);
        return lanes.read(stream, session -> AdaptiveViews.of(stream, number, session));
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
        return numbers.all().size();
    }

    /**
     * Finds the session in which something happened last, among those that were not ended and that are not finished or
     * still wait for the outcome of the last ask. Looks at the 50 sessions that were active last; sandbox copies are
     * nobody's.
     *
     * @param taken sessions that do not count
     * @return the session, or empty if there is none
     */
    public Optional<NumberedSession> lastActive(Set<StreamId> taken) {
        return new Activity(storage.events())
                .mostRecent(numbers.originals(), taken, 50).stream()
                        .filter(stream -> lanes.read(stream, Session::goesOn))
                        .findFirst()
                        .map(stream -> new NumberedSession(
                                stream,
                                numbers.of(stream),
                                lanes.read(stream, session -> session.setup().experimentId())));
    }
}
