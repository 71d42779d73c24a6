package org.aepsych.core.adaptive.imports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aepsych.api.AepsychException;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.event.NewEvent;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.ResultRow;
import org.aepsych.api.storage.StreamHeader;
import org.aepsych.core.adaptive.design.ExperimentDesign;
import org.aepsych.core.adaptive.event.AdaptiveEvent;
import org.aepsych.core.adaptive.event.Origin;
import org.aepsych.core.adaptive.event.WarmStart;
import org.aepsych.core.adaptive.session.AdaptiveProtocol;
import org.aepsych.core.adaptive.session.AdaptiveState;
import org.aepsych.core.adaptive.session.Session;
import org.aepsych.core.aepsych.RecordedMessage;
import org.aepsych.core.aepsych.RecordedSession;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.engine.EventStamp;
import org.aepsych.core.json.Json;

/** One session of AEPsych's server on its way into a log. */
final class SessionImport {
    static final String PROGRAM = "AEPsych";

    private final AdaptiveProtocol protocol;
    private final RecordedSession session;
    private final ForeignMessages messages;
    private final ExperimentFile file;

    private SessionImport(
            AdaptiveProtocol protocol, RecordedSession session, ForeignMessages messages, ExperimentFile file) {
        this.protocol = protocol;
        this.session = session;
        this.messages = messages;
        this.file = file;
    }

    /** What goes into the storage. */
    record Sealed(StreamHeader header, List<RecordedEvent> events, List<ResultRow> rows) {
        Sealed {
            events = List.copyOf(events);
            rows = List.copyOf(rows);
        }
    }

    /**
     * Reads a session.
     *
     * @param protocol what the messages mean
     * @param session as recorded
     * @param notes where to add what is left out
     * @return the session, or empty if it does not begin with a setup that can be read
     */
    static Optional<SessionImport> of(AdaptiveProtocol protocol, RecordedSession session, List<String> notes) {
        String what = "experiment " + session.number();
        if (session.messages().isEmpty()) {
            notes.add(what + " has no messages that can be read; it is left out");
            return Optional.empty();
        }
        RecordedMessage first = session.messages().get(0);
        if (!first.type().equals("setup")) {
            notes.add(what + " begins with message " + first.number() + " (" + first.type()
                    + ") instead of its setup; it is left out");
            return Optional.empty();
        }
        try {
            ExperimentFile file = ForeignSetup.file(session, first);
            ExperimentDesign design = protocol.foreignDesign(file);
            return Optional.of(
                    new SessionImport(protocol, session, ForeignMessages.read(session, design, notes), file));
        } catch (ConfigException e) {
            e.problems().forEach(problem -> notes.add(what + ", message " + first.number() + " (setup): " + problem));
        } catch (AepsychException | IllegalArgumentException e) {
            notes.add(what + ", message " + first.number() + " (setup): " + e.getMessage());
        }
        notes.add(what + " is left out, as its setup cannot be read");
        return Optional.empty();
    }

    int messages() {
        return messages.list().size() + 1;
    }

    int trials() {
        return messages.trials();
    }

    /** Folds the messages into a log; the same messages give the same log. */
    Sealed sealed(Optional<ExperimentId> name) {
        RecordedMessage first = session.messages().get(0);
        String unique = UUID.nameUUIDFromBytes((session.number() + " " + first.timestamp() + " " + file.text())
                        .getBytes(StandardCharsets.UTF_8))
                .toString();
        ExperimentId experiment = name.or(() -> session.experimentId().flatMap(SessionImport::id))
                .orElseGet(() -> new ExperimentId(unique));
        AdaptiveEvent.Setup setup = new AdaptiveEvent.Setup(
                ForeignSetup.request(first, file),
                file.text(),
                protocol.foreignDesign(file)
                        .seed()
                        .orElse(UUID.fromString(unique).getMostSignificantBits()),
                experiment.value(),
                session.participantId().orElse(unique),
                WarmStart.NONE,
                Optional.of(new Origin(PROGRAM, session.number())));
        Folding folding = new Folding();
        folding.add(first, setup);
        messages.list().forEach(message -> folding.add(message.recorded(), message.event(folding.session())));
        StreamHeader header = new StreamHeader(
                Protocol.ADAPTIVE,
                experiment,
                session.experimentName(),
                session.experimentDescription(),
                session.participantId(),
                session.extraMetadata());
        return new Sealed(header, HashChain.seal(0, HashChain.GENESIS, folding.events), folding.rows);
    }

    private static Optional<ExperimentId> id(String text) {
        try {
            return Optional.of(new ExperimentId(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The state while messages are added, as a live session would have it. */
    private final class Folding {
        private final List<NewEvent> events = new ArrayList<>();
        private final List<ResultRow> rows = new ArrayList<>();
        private AdaptiveState state = protocol.initial(new StreamId(1));

        void add(RecordedMessage message, AdaptiveEvent event) {
            NewEvent encoded = protocol.encode(
                    new EventStamp(message.timestamp(), message.extraInfo().map(Json::text)), event);
            events.add(encoded);
            RecordedEvent recorded = new RecordedEvent(events.size(), encoded, "");
            state = protocol.apply(state, recorded, event);
            rows.addAll(protocol.rows(state, recorded, event));
        }

        Session session() {
            return state.session();
        }
    }
}
