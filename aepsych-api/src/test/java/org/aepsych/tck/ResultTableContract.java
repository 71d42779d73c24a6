package org.aepsych.tck;

import static org.aepsych.tck.Refusals.assertRefused;
import static org.aepsych.tck.StorageSamples.NOON;
import static org.aepsych.tck.StorageSamples.batch;
import static org.aepsych.tck.StorageSamples.game;
import static org.aepsych.tck.StorageSamples.seal;
import static org.aepsych.tck.StorageSamples.shuffled;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.StandardError;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Batch;
import org.aepsych.api.storage.Person;
import org.aepsych.api.storage.ResultRow;
import org.aepsych.api.storage.ResultRow.ConfigRow;
import org.aepsych.api.storage.ResultRow.NamedNumber;
import org.aepsych.api.storage.ResultRow.NamedText;
import org.aepsych.api.storage.ResultRow.PlayerRow;
import org.aepsych.api.storage.ResultRow.TrialRow;
import org.aepsych.api.storage.ResultTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables people look at: written with the log, read back equal. */
interface ResultTableContract extends StorageUnderTest {
    @Test
    default void aCapabilityIsThereOrSaidToBeMissing() {
        assertThat(storage().results().isPresent()).isEqualTo(can(StorageTck.Capability.RESULT_TABLES));
    }

    @Test
    default void rowsMayAlwaysBePut() {
        StreamId stream = storage().streams().open(game("x"), List.of(), RandomRows.ordered(1));

        storage().events().append(new Batch(stream, 0, List.of(), List.of(), RandomRows.ordered(2)));

        assertThat(storage().events().last(stream)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    default void rowsOfEveryKindComeBackEqualAndOrdered(long seed) {
        StreamId stream = newStream();
        StreamId other = newStream();
        List<ResultRow> expected = RandomRows.ordered(seed);

        storage().events().append(new Batch(stream, 0, List.of(), List.of(), shuffled(expected, seed)));

        assertRows(stream, expected);
        assertRows(other, List.of());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    default void aRowReplacesTheOneWithItsKey(long seed) {
        List<ResultRow> expected = RandomRows.ordered(seed + 100);
        StreamId stream = storage().streams().open(game("x"), List.of(), RandomRows.ordered(seed));
        storage().events().append(new Batch(stream, 0, List.of(), List.of(), RandomRows.ordered(seed + 50)));

        storage().events().append(new Batch(stream, 0, List.of(), List.of(), shuffled(expected, seed)));

        assertRows(stream, expected);
    }

    @Test
    default void ofRowsWithOneKeyTheLastStays() {
        StreamId stream = newStream();
        List<ResultRow> rows = List.of(
                new ConfigRow(1, NOON, "first"),
                new TrialRow(2, 0, NOON, true, "{}", List.of(new NamedText("x", "1")), List.of()),
                new ConfigRow(1, NOON, "second"),
                new TrialRow(2, 0, NOON, false, "{}", List.of(), List.of(new NamedNumber("y", -0.0))));

        storage().events().append(new Batch(stream, 0, List.of(), List.of(), rows));

        assertRows(stream, rows.subList(2, 4));
    }

    @Test
    default void aRefusedBatchKeepsNoRows() {
        StreamId stream = newStream();
        storage()
                .events()
                .append(batch(stream, 0, "a").withPerson(1, "a@example.org").build());

        assertRefused(
                StandardError.STREAM_MOVED,
                () -> storage()
                        .events()
                        .append(new Batch(
                                stream, 0, seal(0, HashChain.GENESIS, "b"), List.of(), RandomRows.ordered(1))));
        assertRefused(
                StandardError.PARTICIPANT_EXISTS,
                () -> storage()
                        .events()
                        .append(new Batch(
                                stream,
                                1,
                                List.of(),
                                List.of(new Person(new ParticipantId(9), "a@example.org", Optional.empty(), NOON)),
                                RandomRows.ordered(1))));

        assertRows(stream, List.of());
    }

    @Test
    default void rowsOfOneKindAreHandedOverInTheirOrder() {
        StreamId stream = newStream();
        List<ResultRow> rows = RandomRows.ordered(3);
        storage().events().append(new Batch(stream, 0, List.of(), List.of(), shuffled(rows, 3)));

        storage().results().ifPresent(results -> {
            for (Class<? extends ResultRow> kind : rows.stream()
                    .<Class<? extends ResultRow>>map(ResultRow::getClass)
                    .distinct()
                    .toList()) {
                List<ResultRow> found = new ArrayList<>();
                results.read(stream, kind, found::add);
                assertThat(found)
                        .isEqualTo(rows.stream().filter(kind::isInstance).toList());
            }
        });
    }

    @Test
    default void replacingRowsLeavesOtherStreamsAndPersonalData() {
        if (storage().results().isEmpty()) {
            return;
        }
        StreamId stream = newStream();
        StreamId other = storage().streams().open(game("other"), List.of(), RandomRows.ordered(3));
        storage()
                .events()
                .append(batch(stream, 0)
                        .withPerson(2, "two@example.org")
                        .withPerson(77, "unseen@example.org")
                        .build());
        storage().events().append(new Batch(stream, 0, List.of(), List.of(), RandomRows.ordered(1)));
        List<Person> persons = storage().persons().list(stream);
        List<ResultRow> expected = RandomRows.ordered(2);
        ResultTables results = storage().results().orElseThrow();

        results.replace(stream, shuffled(expected, 2));

        assertRows(stream, expected);
        assertThat(storage().persons().list(stream)).isEqualTo(persons);

        results.replace(stream, List.of());

        assertRows(stream, List.of());
        assertRows(other, RandomRows.ordered(3));
        assertThat(storage().persons().list(stream)).isEqualTo(persons);
    }

    @Test
    default void aPersonAndTheirRowAreIndependent() {
        StreamId stream = newStream();
        PlayerRow row =
                new PlayerRow(new ParticipantId(1), 1, -1, true, true, Long.MIN_VALUE, 0, 0, 0, 0, Optional.empty(), 2);

        storage().events().append(new Batch(stream, 0, List.of(), List.of(), List.of(row)));
        assertThat(storage().persons().list(stream)).isEmpty();
        storage()
                .events()
                .append(batch(stream, 0).withPerson(1, "a@example.org").build());

        assertThat(storage().persons().list(stream)).hasSize(1);
        assertRows(stream, List.of(row));
    }
}
