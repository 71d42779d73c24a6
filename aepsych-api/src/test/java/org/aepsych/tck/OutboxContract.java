package org.aepsych.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.OutboxStore;
import org.aepsych.api.storage.OutboxStore.Counts;
import org.aepsych.api.storage.OutboxStore.Effect;
import org.junit.jupiter.api.Test;

/** What has to be done outside is done by one, and until it is done. */
interface OutboxContract extends StorageUnderTest {
    @Test
    default void anEffectIsTakenByOneAndForgottenWhenItIsDone() {
        if (storage().outbox().isEmpty()) {
            return;
        }
        OutboxStore outbox = storage().outbox().orElseThrow();
        StreamId stream = newStream();
        Instant now = Instant.parse("2026-01-02T03:04:05.678901Z");
        Effect effect = new Effect(0, Optional.of(stream), "mail", "one", "{\"to\":\"ann\"}", now, now, 0);
        Effect later = new Effect(0, Optional.empty(), "mail", "two", "{}", now, now.plusSeconds(60), 0);

        assertThat(outbox.put(effect)).isTrue();
        assertThat(outbox.put(effect)).isFalse();
        assertThat(outbox.put(later)).isTrue();
        Effect due = outbox.due(now, 10).get(0);
        assertThat(outbox.due(now, 10)).hasSize(1);
        assertThat(due)
                .isEqualTo(new Effect(due.id(), Optional.of(stream), "mail", "one", "{\"to\":\"ann\"}", now, now, 0));
        assertThat(outbox.due(now.plusSeconds(60), 1)).containsExactly(due);

        assertThat(outbox.claim(due, now.plusSeconds(30))).isTrue();
        assertThat(outbox.claim(due, now.plusSeconds(30))).isFalse();
        assertThat(outbox.due(now, 10)).isEmpty();
        outbox.failed(due.id(), now.plusSeconds(10), "out of order");
        assertThat(outbox.counts()).isEqualTo(new Counts(2, 1, 0, 0));
        Effect again = outbox.due(now.plusSeconds(10), 10).get(0);
        assertThat(again.attempts()).isOne();

        outbox.close(again.id(), now, Optional.empty());
        outbox.close(outbox.due(now.plusSeconds(60), 10).get(0).id(), now, Optional.of("no such address"));
        assertThat(outbox.counts()).isEqualTo(new Counts(0, 0, 1, 1));
        assertThat(outbox.due(now.plusSeconds(1_000), 10)).isEmpty();
        assertThat(outbox.put(effect)).isFalse();
        storage().tables().ifPresent(tables -> {
            List<String> kept = new ArrayList<>();
            tables.tables().stream()
                    .filter(table -> table.name().equals("outbox"))
                    .forEach(table -> tables.read(
                            table, List.of(), row -> kept.add(row.cells().toString())));
            assertThat(kept).hasSize(2).noneMatch(row -> row.contains("ann"));
        });
    }
}
