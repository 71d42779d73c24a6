package org.aepsych.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.event.NewEvent;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Batch;
import org.aepsych.api.storage.Person;
import org.aepsych.api.storage.StreamHeader;
import org.junit.jupiter.api.Test;

class MemoryStorageTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final List<RecordedEvent> SEALED =
            HashChain.seal(0, HashChain.GENESIS, List.of(new NewEvent(NOW, "setup", 1, "{}", Optional.empty())));

    private final MemoryStorage storage = new MemoryStorage();
    private final StreamId stream = storage.streams().open(header(), SEALED, List.of());

    private static StreamHeader header() {
        return new StreamHeader(
                Protocol.GAME,
                new ExperimentId("a"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Person person(long id, String identifier) {
        return new Person(new ParticipantId(id), identifier, Optional.empty(), NOW);
    }

    @Test
    void tellsAWriterThatIsBehind() {
        Batch behind = new Batch(stream, 0, SEALED, List.of(), List.of());

        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> storage.events().append(behind))
                .satisfies(e -> assertThat(e.code()).isEqualTo(StandardError.STREAM_MOVED));
    }

    @Test
    void keepsNothingOfABatchWhoseIdentifierIsTaken() {
        Batch batch = new Batch(stream, 1, List.of(), List.of(person(1, "x"), person(2, "x")), List.of());

        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> storage.events().append(batch))
                .satisfies(e -> assertThat(e.code()).isEqualTo(StandardError.PARTICIPANT_EXISTS));
        assertThat(storage.persons().list(stream)).isEmpty();
    }

    @Test
    void refusesASecondGameExperimentOfTheSameId() {
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> storage.streams().open(header(), SEALED, List.of()))
                .satisfies(e -> assertThat(e.code()).isEqualTo(StandardError.EXPERIMENT_EXISTS));
    }

    @Test
    void refusesEverythingOnceClosed() {
        storage.close();

        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> storage.events().last(stream))
                .satisfies(e -> assertThat(e.code()).isEqualTo(StandardError.CLOSED));
    }
}
