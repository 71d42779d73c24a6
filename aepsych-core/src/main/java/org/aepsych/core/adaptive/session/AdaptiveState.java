package org.aepsych.core.adaptive.session;

import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.StreamId;

/** The state of an adaptive stream: nothing, then a session. Not thread-safe; its lane owns it. */
public final class AdaptiveState {
    private final StreamId stream;
    private final Optional<Session> session;
    private long sequence;

    AdaptiveState(StreamId stream, Optional<Session> session) {
        this.stream = stream;
        this.session = session;
    }

    /**
     * Returns the session.
     *
     * @return its own, to be touched on its lane only
     * @throws AepsychException {@code LOG_TAMPERED} if the log does not begin with a setup
     */
    public Session session() {
        return session.orElseThrow(() -> new AepsychException(
                StandardError.LOG_TAMPERED, "stream " + stream + " does not begin with the setup of an experiment"));
    }

    /** Returns the last event that the state includes, 0 if there is none. */
    long sequence() {
        return sequence;
    }

    AdaptiveState at(long last) {
        sequence = last;
        return this;
    }

    AdaptiveState with(Session begun) {
        return new AdaptiveState(stream, Optional.of(begun));
    }
}
