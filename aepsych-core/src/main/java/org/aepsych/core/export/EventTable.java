package org.aepsych.core.export;

import java.util.List;
import org.aepsych.api.storage.StreamStore.OpenedStream;

/** The log itself. */
final class EventTable {
    private EventTable() {}

    static ExportTable of(ExportSource source, List<OpenedStream> streams) {
        return new ExportTable(
                "events",
                "one row for each event of the log, in order; everything else follows from it",
                List.of(
                        Columns.EXPERIMENT,
                        Columns.SESSION,
                        new ExportColumn(
                                "sequence", ColumnType.WHOLE, "number of the event within its session, from 1"),
                        new ExportColumn("time", ColumnType.TIME, "when it was recorded, UTC"),
                        new ExportColumn(
                                "time_ms", ColumnType.WHOLE, "the same in milliseconds since 1970-01-01T00:00Z"),
                        new ExportColumn("type", ColumnType.TEXT, "type of event, such as setup, ask, tell, play"),
                        new ExportColumn("version", ColumnType.WHOLE, "version of the shape of contents, from 1"),
                        new ExportColumn("contents", ColumnType.TEXT, "the event as JSON text"),
                        new ExportColumn("extra_info", ColumnType.TEXT, "JSON text that a client sent along"),
                        new ExportColumn(
                                "hash",
                                ColumnType.TEXT,
                                "SHA-256 over the previous hash and this event: proves that nothing was altered")),
                reader -> streams.forEach(stream -> source.storage()
                        .events()
                        .read(
                                stream.id(),
                                0,
                                event -> reader.accept(new Object[] {
                                    stream.header().experimentId().value(),
                                    stream.id().value(),
                                    event.sequence(),
                                    event.timestamp(),
                                    event.timestamp().toEpochMilli(),
                                    event.type(),
                                    (long) event.version(),
                                    event.contents(),
                                    event.extraInfo().orElse(null),
                                    event.hash()
                                }))));
    }
}
