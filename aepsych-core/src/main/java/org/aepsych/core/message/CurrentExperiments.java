package org.aepsych.core.message;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.adaptive.AdaptiveExperiments;
import org.aepsych.core.adaptive.AdaptiveExperiments.Opened;

/** Which session each live connection works on. Thread-safe. */
final class CurrentExperiments {
    private final AdaptiveExperiments experiments;
    private final Map<ClientSession, StreamId> current = new HashMap<>();

    CurrentExperiments(AdaptiveExperiments experiments) {
        this.experiments = experiments;
    }

    synchronized void set(ClientSession client, StreamId stream) {
        current.put(client, stream);
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
    synchronized Optional<Opened> adopt(ClientSession client) {
        Optional<Opened> found = experiments.lastActive(new HashSet<>(current.values()));
        found.ifPresent(opened -> current.put(client, opened.stream()));
        return found;
    }
}
