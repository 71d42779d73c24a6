package org.aepsych.core.adaptive.presented;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.core.adaptive.design.Metadata;
import org.aepsych.core.adaptive.event.BrowserRequest;
import org.aepsych.core.adaptive.message.SeedSource;
import org.aepsych.core.adaptive.message.SessionSetup;
import org.aepsych.core.adaptive.recorded.Copies;
import org.aepsych.core.adaptive.recorded.NumberedSession;
import org.aepsych.core.adaptive.recorded.SessionNumbers;
import org.aepsych.core.adaptive.session.AdaptiveProtocol;
import org.aepsych.core.adaptive.session.SessionLanes;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.json.Json;
import org.aepsych.core.presentation.PresentationReader;

/**
 * Experiments that the server presents in participants' browsers. One is open to them from the moment when a file with the
 * section {@code [presentation]} is set up under its id; each participant who joins gets a session of their own with the
 * same file, and what happens in it is {@link PresentedSessions}. Thread-safe.
 */
public final class PresentedExperiments {
    private final SessionLanes lanes;
    private final PresentedSessions sessions;
    private final SessionNumbers numbers;
    private final SessionSetup setup;

    /** The sessions that opened the experiments to browsers; they never change. */
    private final Map<ExperimentId, StreamId> opened = new ConcurrentHashMap<>();

    /**
     * Takes what it works with.
     *
     * @param lanes the sessions
     * @param sessions how they are presented
     * @param storage where the logs are
     * @param protocol what the events mean
     * @param seeds gives new sessions their seeds and ids
     */
    @Inject
    public PresentedExperiments(
            SessionLanes lanes,
            PresentedSessions sessions,
            Storage storage,
            AdaptiveProtocol protocol,
            SeedSource seeds) {
        this.lanes = lanes;
        this.sessions = sessions;
        this.numbers = new SessionNumbers(storage.streams());
        this.setup = new SessionSetup(lanes, storage, protocol, seeds);
    }

    /**
     * Lists the experiments that are open to browsers.
     *
     * @return in the order in which they were opened
     */
    public List<PresentedExperiment> list() {
        return numbers.all().stream()
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
                .map(stream -> lanes.read(stream, session -> {
                    Metadata metadata = session.design().metadata();
                    return new PresentedExperiment(
                            id,
                            metadata.givenName().orElse(id.value()),
                            metadata.givenDescription().orElse(""),
                            sessions.design(stream, session));
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
    public NumberedSession join(ExperimentId id, Json.Obj facts) {
        StreamId opening = opening(id)
                .orElseThrow(() -> new AepsychException(
                        StandardError.EXPERIMENT_NOT_FOUND, "There is no experiment of this name to take part in."));
        ExperimentFile file = lanes.read(opening, session -> session.design().file());
        return setup.setup(BrowserRequest.setup(file, facts), file, Optional.of(id.value()));
    }

    /**
     * Tells whether a session is one of an experiment's.
     *
     * @param stream the session, or a log of another kind
     * @param id the experiment
     * @return whether a participant joined it in a browser
     */
    public boolean belongs(StreamId stream, ExperimentId id) {
        return numbers.isSession(stream)
                && lanes.read(
                        stream,
                        session -> BrowserRequest.isOne(session.setup().request())
                                && session.setup().experimentId().equals(id.value()));
    }

    private Optional<StreamId> opening(ExperimentId id) {
        StreamId known = opened.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<StreamId> found = numbers.all().stream()
                .filter(stream -> stream.header().experimentId().equals(id) && !Copies.isCopy(stream.header()))
                .map(OpenedStream::id)
                .filter(stream -> lanes.read(
                        stream,
                        session -> !BrowserRequest.isOne(session.setup().request())
                                && PresentationReader.isIn(session.design().file())))
                .findFirst();
        found.ifPresent(stream -> opened.put(id, stream));
        return found;
    }
}
