package org.aepsych.api.storage;

import java.util.List;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.StreamId;

/**
 * What is written to one stream, all or nothing.
 *
 * @param stream the stream
 * @param expectedLast sequence of the last event that the writer knows, 0 if it knows of none
 * @param events sealed events that follow it, numbered from {@code expectedLast + 1}
 * @param persons participants' personal records to be added, before the rows
 * @param rows result rows to be put; a storage without result tables ignores them
 */
public record Batch(
        StreamId stream, long expectedLast, List<RecordedEvent> events, List<Person> persons, List<ResultRow> rows) {
    /** Copies the lists and checks the numbering. */
    public Batch {
        events = List.copyOf(events);
        persons = List.copyOf(persons);
        rows = List.copyOf(rows);
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).sequence() != expectedLast + 1 + i) {
                throw new IllegalArgumentException("event " + i + " of the batch has sequence "
                        + events.get(i).sequence() + ", expected " + (expectedLast + 1 + i));
            }
        }
    }
}
