package org.aepsych.core.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Batch;
import org.aepsych.api.storage.ResultRow.ConfigRow;
import org.aepsych.api.storage.ResultTables;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamHeader;
import org.aepsych.core.engine.CountingProtocol;
import org.aepsych.core.engine.Decision;
import org.aepsych.core.engine.Engine;
import org.aepsych.core.engine.EventStamp;
import org.aepsych.core.engine.Lane;
import org.aepsych.core.testing.OnEveryStorage;
import org.aepsych.core.testing.StorageForTests;
import org.junit.jupiter.api.Test;

@OnEveryStorage
class ReplayTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Storage storage = StorageForTests.forTest();
    private final Replay<Long, Long> replay = new Replay<>(new CountingProtocol(), storage);

    @Test
    void anHonestLogVerifies() {
        StreamId stream = recorded(1, 2, 3);

        assertThat(replay.verify(stream)).isEqualTo(new ReplayReport(stream, 3, Optional.empty()));
    }

    @Test
    void aDecisionThatComesOutDifferentlyIsNamedWithBothValues() {
        StreamId stream = recorded(1, 2000, 3);

        assertThat(replay.verify(stream).problem())
                .contains("stream " + stream + ": message 2: the number is recorded as 2000, but comes out as 1000");
        assertThat(replay.verify(stream).events()).isEqualTo(1);
    }

    @Test
    void anAlteredMessageIsNamed() {
        StreamId stream = recorded(1, 2);
        RecordedEvent forged = new RecordedEvent(
                3, new CountingProtocol().encode(new EventStamp(NOON, Optional.empty()), 3L), "0".repeat(64));
        storage.events().append(new Batch(stream, 2, List.of(forged), List.of(), List.of()));

        assertThat(replay.verify(stream).problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("message 3 (add) has been altered"));
    }

    @Test
    void resultRowsAreRebuiltFromTheLogAlone() {
        StreamId stream = recorded(1, 2);
        ResultTables tables = storage.results().orElseThrow();

        assertThat(replay.rebuild(stream).identical()).isTrue();
        tables.replace(stream, List.of(new ConfigRow(1, NOON, "forged")));
        assertThat(replay.rebuild(stream).identical()).isFalse();
        assertThat(tables.read(stream)).containsExactly(new ConfigRow(1, NOON, "1"), new ConfigRow(2, NOON, "3"));
    }

    private StreamId recorded(long... numbers) {
        Engine<Long, Long> engine =
                new Engine<>(new CountingProtocol(), storage, InstantSource.fixed(NOON), Runnable::run);
        StreamHeader header = new StreamHeader(
                Protocol.ADAPTIVE,
                new ExperimentId("counting"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Lane<Long, Long> lane = engine.open(header, numbers[0], Optional.empty());
        for (int i = 1; i < numbers.length; i++) {
            long number = numbers[i];
            lane.submit((state, now) -> Decision.<Long, Long, Long>record(List.of(number), after -> after))
                    .join();
        }
        return lane.stream();
    }
}
