package org.aepsych.core.adaptive.recorded;

import java.util.List;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.StreamStore;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.core.adaptive.event.AdaptiveError;

/**
 * The numbers by which clients know sessions, their {@code strat_id}: 0 for the first that was ever set up in the storage,
 * and so on. Thread-safe.
 */
public final class SessionNumbers {
    private final StreamStore streams;

    /**
     * Numbers the sessions of a storage.
     *
     * @param streams where the logs are listed
     */
    public SessionNumbers(StreamStore streams) {
        this.streams = streams;
    }

    /**
     * Returns the logs of all sessions.
     *
     * @return in the order of their numbers
     */
    public List<OpenedStream> all() {
        return streams.list().stream()
                .filter(opened -> opened.header().protocol() == Protocol.ADAPTIVE)
                .toList();
    }

    /**
     * Returns the sessions that are no sandbox copies.
     *
     * @return in the order of their numbers
     */
    public List<StreamId> originals() {
        return all().stream()
                .filter(opened -> !Copies.isCopy(opened.header()))
                .map(OpenedStream::id)
                .toList();
    }

    /**
     * Tells whether a log is a session's.
     *
     * @param stream any log
     * @return false for games, and if there is none
     */
    public boolean isSession(StreamId stream) {
        return streams.find(stream)
                .filter(header -> header.protocol() == Protocol.ADAPTIVE)
                .isPresent();
    }

    /**
     * Returns the number of a session.
     *
     * @param stream its log
     * @return from 0
     * @throws AepsychException {@code EXPERIMENT_NOT_FOUND} if there is no such session
     */
    public int of(StreamId stream) {
        int number = all().stream().map(OpenedStream::id).toList().indexOf(stream);
        if (number < 0) {
            throw new AepsychException(
                    StandardError.EXPERIMENT_NOT_FOUND, "stream " + stream + " is no adaptive experiment");
        }
        return number;
    }

    /**
     * Finds the session of a number.
     *
     * @param number its {@code strat_id}
     * @return the session
     * @throws AepsychException {@code NO_SUCH_EXPERIMENT} if there is none
     */
    public NumberedSession session(long number) {
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
