package org.aepsych.core.game.experiment;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.StreamHeader;
import org.aepsych.api.storage.StreamStore;
import org.aepsych.api.storage.StreamStore.OpenedStream;

/** Which experiment has which log. Streams are never renamed, so what was found once stays true. Thread-safe. */
final class GameNames {
    private final StreamStore store;
    private final Map<ExperimentId, StreamId> streams = new ConcurrentHashMap<>();
    private final Map<StreamId, ExperimentId> names = new ConcurrentHashMap<>();

    GameNames(StreamStore store) {
        this.store = store;
    }

    /** Returns the logs of all game experiments, in the order in which they were opened. */
    Stream<OpenedStream> streams() {
        return store.list().stream().filter(opened -> opened.header().protocol() == Protocol.GAME);
    }

    /** Finds an experiment's log, or fails with {@code EXPERIMENT_NOT_FOUND}. */
    StreamId stream(ExperimentId experiment) {
        StreamId known = streams.get(experiment);
        if (known != null) {
            return known;
        }
        StreamId found = streams()
                .filter(opened -> opened.header().experimentId().equals(experiment))
                .map(OpenedStream::id)
                .findFirst()
                .orElseThrow(() -> new AepsychException(
                        StandardError.EXPERIMENT_NOT_FOUND, "there is no game experiment \"" + experiment + "\""));
        keep(experiment, found);
        return found;
    }

    /** Finds the experiment of a log; an adaptive session has a name, too. */
    Optional<ExperimentId> of(StreamId stream) {
        Optional<ExperimentId> known = Optional.ofNullable(names.get(stream));
        return known.or(() -> {
            Optional<ExperimentId> found = store.find(stream).map(StreamHeader::experimentId);
            found.ifPresent(experiment -> names.put(stream, experiment));
            return found;
        });
    }

    /** Remembers the log of an experiment that has just been set up. */
    void keep(ExperimentId experiment, StreamId stream) {
        streams.put(experiment, stream);
    }

    /** An experiment is gone; its name may be given to another. */
    void forget(ExperimentId experiment) {
        streams.remove(experiment);
    }
}
