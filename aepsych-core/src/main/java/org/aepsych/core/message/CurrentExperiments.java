package org.aepsych.core.message;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.adaptive.AdaptiveExperiments;
import org.aepsych.core.adaptive.recorded.NumberedSession;

/** Which session each live connection works on. Thread-safe. */
final class CurrentExperiments {
    private final AdaptiveExperiments experiments;
    private final Map<ClientSession, StreamId> current = new HashMap<>();
    private final Set<StreamId> numbered = new HashSet<>();

    CurrentExperiments(AdaptiveExperiments experiments) {
        this.experiments = experiments;
    }

    /**
     * Notes that a connection works on a session.
     *
     * @param client the connection
     * @param stream the session
     * @param lasts whether the connection stays as long as its client; otherwise the client comes back by number, and
     *     nobody else goes on with its session
     */
    synchronized void set(ClientSession client, StreamId stream, boolean lasts) {
        current.put(client, stream);
        if (!lasts) {
            numbered.add(stream);
        }
    }

    synchronized void remove(ClientSession client) {
        current.remove(client);
    }

    /**
     * Gives a connection that has set up nothing the session that was active last, if nobody works on it: its client
     * lost the connection, or the server was restarted.
     *
     * @param client the connection
     * @return the session, or empty if there is none to go on with
     */
    synchronized Optional<NumberedSession> adopt(ClientSession client) {
        Set<StreamId> taken = new HashSet<>(current.values());
        taken.addAll(numbered);
        Optional<NumberedSession> found = experiments.lastActive(taken);
        found.ifPresent(opened -> current.put(client, opened.stream()));
        return found;
    }
}
