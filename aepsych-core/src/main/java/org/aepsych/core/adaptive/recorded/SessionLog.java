package org.aepsych.core.adaptive.recorded;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.storage.EventLog;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.core.adaptive.design.ExperimentDesign;
import org.aepsych.core.adaptive.event.AdaptiveCodec;
import org.aepsych.core.adaptive.event.AdaptiveEvent;
import org.aepsych.core.adaptive.event.Tell;
import org.aepsych.core.adaptive.event.TellReader;
import org.aepsych.core.adaptive.session.AdaptiveProtocol;

/**
 * What was recorded in a session, read message by message: no strategy learns from it and nothing is kept, so it needs no
 * more memory than the longest message.
 */
final class SessionLog {
    private final AdaptiveProtocol protocol;
    private final OpenedStream stream;
    private final EventLog log;

    private SessionLog(AdaptiveProtocol protocol, OpenedStream stream, EventLog log) {
        this.protocol = protocol;
        this.stream = stream;
        this.log = log;
    }

    /** Hands over the sessions of a storage in the order of their numbers. */
    static void forEach(Storage storage, AdaptiveProtocol protocol, Consumer<SessionLog> reader) {
        storage.streams().list().stream()
                .filter(stream -> stream.header().protocol() == Protocol.ADAPTIVE)
                .forEach(stream -> reader.accept(new SessionLog(protocol, stream, storage.events())));
    }

    static SessionLog of(Storage storage, AdaptiveProtocol protocol, OpenedStream stream) {
        return new SessionLog(protocol, stream, storage.events());
    }

    OpenedStream stream() {
        return stream;
    }

    /**
     * A tell.
     *
     * @param design what the session's setup says
     * @param recorded the event
     * @param tell what it says
     */
    record Told(ExperimentDesign design, RecordedEvent recorded, Tell tell) {
        Instant at() {
            return recorded.timestamp();
        }
    }

    /** Hands over each tell. */
    void tells(Consumer<Told> reader) {
        Walk walk = new Walk();
        log.read(stream.id(), 0, recorded -> walk.event(recorded).ifPresent(reader));
    }

    /** Returns the setup. */
    AdaptiveEvent.Setup setup() {
        // The first message is as long as the experiment file, the others are not even looked at.
        FirstOnly first = new FirstOnly();
        log.read(stream.id(), 0, first);
        return first.event
                .map(protocol::decode)
                .filter(AdaptiveEvent.Setup.class::isInstance)
                .map(AdaptiveEvent.Setup.class::cast)
                .orElseThrow(this::noSetup);
    }

    /** Returns the last message. */
    RecordedEvent last() {
        return log.read(stream.id(), Math.max(0, log.last(stream.id()) - 1)).stream()
                .findFirst()
                .orElseThrow(this::noSetup);
    }

    /** Returns what the setup says, whether or not its strategies are here. */
    ExperimentDesign design() {
        return design(setup());
    }

    private ExperimentDesign design(AdaptiveEvent.Setup setup) {
        return protocol.foreignDesign(org.aepsych.core.config.ExperimentFile.parse(setup.config()));
    }

    private AepsychException noSetup() {
        return new AepsychException(
                StandardError.LOG_TAMPERED,
                "stream " + stream.id() + " does not begin with the setup of an experiment");
    }

    private static final class FirstOnly implements Consumer<RecordedEvent> {
        private Optional<RecordedEvent> event = Optional.empty();

        @Override
        public void accept(RecordedEvent recorded) {
            if (event.isEmpty()) {
                event = Optional.of(recorded);
            }
        }
    }

    private final class Walk {
        private Optional<ExperimentDesign> design = Optional.empty();

        Optional<Told> event(RecordedEvent recorded) {
            AdaptiveEvent event = protocol.decode(recorded);
            if (event instanceof AdaptiveEvent.Setup setup) {
                design = Optional.of(design(setup));
            } else if (event instanceof AdaptiveEvent.Tell tell) {
                ExperimentDesign read = design.orElseThrow(SessionLog.this::noSetup);
                return Optional.of(new Told(read, recorded, TellReader.read(read, AdaptiveCodec.message(tell))));
            }
            return Optional.empty();
        }
    }
}
