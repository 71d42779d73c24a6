package org.aepsych.tck;

import static org.aepsych.tck.StorageSamples.NOON;
import static org.aepsych.tck.StorageSamples.seal;
import static org.aepsych.tck.StorageSamples.shuffled;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.event.NewEvent;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.AccountStore.Session;
import org.aepsych.api.storage.Batch;
import org.aepsych.api.storage.Person;
import org.aepsych.api.storage.ResultRow;
import org.aepsych.api.storage.Snapshot;
import org.aepsych.api.storage.StreamHeader;

/** What the contracts of storages write. */
final class StorageSamples {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

    private StorageSamples() {}

    static StreamHeader adaptive(String id) {
        return header(Protocol.ADAPTIVE, id);
    }

    static StreamHeader game(String id) {
        return header(Protocol.GAME, id);
    }

    private static StreamHeader header(Protocol protocol, String id) {
        return new StreamHeader(
                protocol, new ExperimentId(id), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static NewEvent event(String contents) {
        return new NewEvent(NOON, "tell", 1, contents, Optional.empty());
    }

    static List<RecordedEvent> seal(long last, String lastHash, String... contents) {
        List<NewEvent> events = new ArrayList<>();
        for (String each : contents) {
            events.add(event(each));
        }
        return HashChain.seal(last, lastHash, events);
    }

    static Snapshot snapshot(long sequence, int version) {
        return new Snapshot(sequence, NOON, version, "e".repeat(64), new byte[] {0, (byte) version, -1, 127, -128});
    }

    static Session session(String letter, Optional<Long> administrator, Optional<StreamId> stream) {
        return new Session(
                letter.repeat(64),
                NOON,
                NOON.plusSeconds(60),
                administrator,
                stream,
                stream.map(any -> new ParticipantId(1)),
                "");
    }

    static BatchBuilder batch(StreamId stream, long expectedLast, String... contents) {
        return new BatchBuilder(stream, expectedLast, seal(expectedLast, HashChain.GENESIS, contents));
    }

    static List<ResultRow> shuffled(List<ResultRow> rows, long seed) {
        List<ResultRow> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    /** A batch of events and participants. */
    static final class BatchBuilder {
        private final StreamId stream;
        private final long expectedLast;
        private final List<RecordedEvent> events;
        private final List<Person> persons = new ArrayList<>();

        BatchBuilder(StreamId stream, long expectedLast, List<RecordedEvent> events) {
            this.stream = stream;
            this.expectedLast = expectedLast;
            this.events = events;
        }

        BatchBuilder withPerson(long id, String identifier) {
            persons.add(new Person(new ParticipantId(id), identifier, Optional.empty(), NOON));
            return this;
        }

        Batch build() {
            return new Batch(stream, expectedLast, events, persons, List.of());
        }
    }
}
