package org.aepsych.core.adaptive;

import java.util.List;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.StreamStore;
import org.aepsych.api.storage.StreamStore.OpenedStream;

/**
 * The numbers by which clients know sessions, their {@code strat_id}: 0 for the first that was ever set up in the storage,
 * and so on. Thread-safe.
 */
final class SessionNumbers {
    private final StreamStore streams;

    SessionNumbers(StreamStore streams) {
        this.streams = streams;
    }

    /** Returns the logs of all sessions, in the order of their numbers. */
    List<OpenedStream> all() {
        return streams.list().stream()
                .filter(opened -> opened.header().protocol() == Protocol.ADAPTIVE)
                .toList();
    }

    /** Returns the sessions that are no sandbox copies. */
    List<StreamId> originals() {
        return all().stream()
                .filter(opened -> !Copies.isCopy(opened.header()))
                .map(OpenedStream::id)
                .toList();
    }

    boolean isSession(StreamId stream) {
        return streams.find(stream)
                .filter(header -> header.protocol() == Protocol.ADAPTIVE)
                .isPresent();
    }

    /** Returns the number of a session, which there has to be. */
    int of(StreamId stream) {
        int number = all().stream().map(OpenedStream::id).toList().indexOf(stream);
        if (number < 0) {
            throw new AepsychException(
                    StandardError.EXPERIMENT_NOT_FOUND, "stream " + stream + " is no adaptive experiment");
        }
        return number;
    }

    /** Finds the session of a number, or fails with {@code NO_SUCH_EXPERIMENT}. */
    NumberedSession session(long number) {
        List<OpenedStream> sessions = all();
        if (number < 0 || number >= sessions.size()) {
            throw new AepsychException(
                    AdaptiveError.NO_SUCH_EXPERIMENT,
                    "there is no experiment " + number + "; there are " + sessions.size() + ", numbered from 0");
        }
        OpenedStream found = sessions.get((int) number);
        return new NumberedSession(
                found.id(), (int) number, found.header().experimentId().value());
    }
}
