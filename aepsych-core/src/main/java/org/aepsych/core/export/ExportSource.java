package org.aepsych.core.export;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.storage.ResultRow;
import org.aepsych.api.storage.ResultTables;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.core.adaptive.session.AdaptiveProtocol;
import org.aepsych.core.game.decision.GameProtocol;
import org.aepsych.core.game.event.GameEvent;
import org.aepsych.core.game.event.GameEvent.ExperimentWiped;
import org.aepsych.core.replay.Replay;

/** Where an export reads: the result tables, or what the log says if the storage keeps none. */
final class ExportSource {
    private final Storage storage;
    private final GameProtocol games;
    private final AdaptiveProtocol sessions;

    ExportSource(Storage storage, GameProtocol games, AdaptiveProtocol sessions) {
        this.storage = storage;
        this.games = games;
        this.sessions = sessions;
    }

    Storage storage() {
        return storage;
    }

    AdaptiveProtocol sessions() {
        return sessions;
    }

    /** Hands over what happened in a game experiment since it last began anew, in order. */
    void gameEvents(OpenedStream stream, BiConsumer<RecordedEvent, GameEvent> reader) {
        AtomicLong beginning = new AtomicLong();
        storage.events().read(stream.id(), 0, event -> {
            if (games.decode(event) instanceof ExperimentWiped) {
                beginning.set(event.sequence());
            }
        });
        storage.events().read(stream.id(), beginning.get(), event -> reader.accept(event, games.decode(event)));
    }

    <R extends ResultRow> void rows(OpenedStream stream, Class<R> kind, Consumer<R> reader) {
        Optional<ResultTables> tables = storage.results();
        if (tables.isPresent()) {
            tables.get().read(stream.id(), kind, reader);
            return;
        }
        Replay<?, ?> replay = stream.header().protocol() == Protocol.GAME
                ? new Replay<>(games, storage)
                : new Replay<>(sessions, storage);
        replay.rows(stream.id()).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .forEach(reader);
    }
}
