package org.aepsych.core.adaptive;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.EventLog;

/** When something last happened in sessions. */
final class Activity {
    private final EventLog log;

    Activity(EventLog log) {
        this.log = log;
    }

    /**
     * Returns the sessions that were active last.
     *
     * @param streams among which
     * @param without sessions that do not count
     * @param most how many at most
     * @return the latest first; of two at the same time, the one that was set up later
     */
    List<StreamId> mostRecent(List<StreamId> streams, Set<StreamId> without, int most) {
        return streams.stream()
                .filter(stream -> !without.contains(stream))
                .map(stream -> new Active(stream, lastEvent(stream)))
                .sorted(Comparator.comparing(Active::at)
                        .thenComparing(Active::stream)
                        .reversed())
                .limit(most)
                .map(Active::stream)
                .toList();
    }

    private Instant lastEvent(StreamId stream) {
        return log.read(stream, Math.max(0, log.last(stream) - 1)).stream()
                .map(recorded -> recorded.timestamp())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private record Active(StreamId stream, Instant at) {}
}
