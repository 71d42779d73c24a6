package org.aepsych.core.history;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Storage;

/** What the logs say of when things happened. Reads only. Thread-safe. */
public final class StreamHistory {
    private final Storage storage;

    /**
     * Looks at the logs of a storage.
     *
     * @param storage where they are
     */
    @Inject
    public StreamHistory(Storage storage) {
        this.storage = storage;
    }

    /**
     * Returns the length of a log.
     *
     * @param stream which log
     * @return number of its last message, 0 if it has none
     */
    public long last(StreamId stream) {
        return storage.events().last(stream);
    }

    /**
     * Returns when something last happened.
     *
     * @param stream which log
     * @return to the microsecond; empty if nothing has
     */
    public Optional<Instant> lastActivity(StreamId stream) {
        long last = last(stream);
        return last == 0
                ? Optional.empty()
                : storage.events().read(stream, last - 1).stream()
                        .reduce((first, second) -> second)
                        .map(RecordedEvent::timestamp);
    }

    /**
     * Reads a part of a log.
     *
     * @param stream which log
     * @param after messages after this one; 0 for all
     * @param most how many at most, from 1
     * @return in order
     */
    public List<RecordedEvent> page(StreamId stream, long after, int most) {
        List<RecordedEvent> page = new ArrayList<>();
        storage.events().read(stream, after, recorded -> {
            if (page.size() < most) {
                page.add(recorded);
            }
        });
        return List.copyOf(page);
    }
}
