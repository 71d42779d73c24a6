package org.aepsych.core.adaptive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.event.NewEvent;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.ResultRow;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamHeader;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.core.adaptive.event.AdaptiveEvent;
import org.aepsych.core.adaptive.event.LogPosition;
import org.aepsych.core.adaptive.session.AdaptiveProtocol;
import org.aepsych.core.engine.EventStamp;
import org.aepsych.core.engine.Fold;
import org.aepsych.core.json.Json;

/** Lets a session go another way from some message on: as a new session that begins with the same messages. */
final class Forks {
    private final Storage storage;
    private final AdaptiveProtocol protocol;

    Forks(Storage storage, AdaptiveProtocol protocol) {
        this.storage = storage;
        this.protocol = protocol;
    }

    /**
     * Opens a session.
     *
     * @param stream the session that it begins like
     * @param last the last message that both have, from 1
     * @param now stamps the message that says so
     * @param header what is to be said of the new session
     * @return the new session
     * @throws AepsychException {@code EXPERIMENT_NOT_FOUND} if there is no such session; {@code INPUT_INVALID} if it has
     *     no such message; {@code LOG_TAMPERED} if it has been altered
     */
    StreamId fork(StreamId stream, long last, Instant now, UnaryOperator<StreamHeader> header) {
        OpenedStream source = storage.streams().list().stream()
                .filter(opened -> opened.id().equals(stream) && opened.header().protocol() == Protocol.ADAPTIVE)
                .findFirst()
                .orElseThrow(() -> new AepsychException(
                        StandardError.EXPERIMENT_NOT_FOUND, "stream " + stream + " is no adaptive experiment"));
        long length = storage.events().last(stream);
        if (last < 1 || last > length) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "log " + stream + " has the messages 1 to " + length + ", but no message " + last);
        }
        Shared shared = new Shared();
        new Fold<>(protocol)
                .walk(stream, storage.events(), (before, recorded, event) -> {}, (after, recorded, event) -> {
                    if (recorded.sequence() <= last) {
                        shared.events.add(recorded);
                        shared.rows.addAll(protocol.rows(after, recorded, event));
                    }
                });
        String hash = shared.events.get(shared.events.size() - 1).hash();
        AdaptiveEvent.Fork fork = new AdaptiveEvent.Fork(
                Json.Obj.empty().with("type", Json.of("fork")),
                new LogPosition(stream.value(), source.header().experimentId().value(), last, hash));
        NewEvent encoded = protocol.encode(new EventStamp(now, Optional.empty()), fork);
        shared.events.addAll(HashChain.seal(last, hash, List.of(encoded)));
        return storage.streams().open(header.apply(source.header()), shared.events, shared.rows);
    }

    private static final class Shared {
        private final List<RecordedEvent> events = new ArrayList<>();
        private final List<ResultRow> rows = new ArrayList<>();
    }
}
