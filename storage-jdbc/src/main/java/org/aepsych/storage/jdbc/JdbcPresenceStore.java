package org.aepsych.storage.jdbc;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.PresenceStore;
import org.aepsych.storage.jdbc.sql.Times;
import org.jdbi.v3.core.statement.PreparedBatch;

/** {@code presence}. */
final class JdbcPresenceStore implements PresenceStore {
    private static final String PUT = """
            INSERT INTO presence (master_table_id, playerid, seen) VALUES (:stream, :participant, :seen)
            ON CONFLICT (master_table_id, playerid) DO UPDATE SET seen = excluded.seen
            WHERE presence.seen < excluded.seen
            """;
    private static final String SINCE = "SELECT master_table_id, playerid, seen FROM presence WHERE seen >= :from";

    /** Two servers that write the same rows in the same order wait for each other, and never for ever. */
    private static final Comparator<Seen> ORDER =
            Comparator.<Seen>comparingLong(sign -> sign.stream().value()).thenComparing(Seen::participant);

    private final Database database;

    JdbcPresenceStore(Database database) {
        this.database = database;
    }

    @Override
    public void put(List<Seen> signs) {
        if (signs.isEmpty()) {
            return;
        }
        List<Seen> ordered = signs.stream().sorted(ORDER).toList();
        database.change(handle -> {
            try (PreparedBatch batch = handle.prepareBatch(PUT)) {
                for (Seen sign : ordered) {
                    batch.bind("stream", sign.stream().value())
                            .bind("participant", sign.participant().value())
                            .bind("seen", HashChain.micros(sign.at()))
                            .add();
                }
                batch.execute();
            }
        });
    }

    @Override
    public List<Seen> since(Instant from) {
        return database.read(handle -> handle.createQuery(SINCE)
                .bind("from", HashChain.micros(from))
                .map((row, context) -> new Seen(
                        new StreamId(row.getLong("master_table_id")),
                        new ParticipantId(row.getLong("playerid")),
                        Times.ofMicros(row.getLong("seen"))))
                .list());
    }
}
