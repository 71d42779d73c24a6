package org.aepsych.tck;

import static org.aepsych.tck.Races.assertOneWinnerEach;
import static org.aepsych.tck.Refusals.assertRefused;
import static org.aepsych.tck.Refusals.attempt;
import static org.aepsych.tck.StorageSamples.NOON;
import static org.aepsych.tck.StorageSamples.batch;
import static org.aepsych.tck.StorageSamples.game;
import static org.aepsych.tck.StorageSamples.seal;
import static org.aepsych.tck.StorageSamples.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.aepsych.api.StandardError;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.AccountStore;
import org.aepsych.api.storage.AccountStore.Administrator;
import org.aepsych.api.storage.AccountStore.Session;
import org.aepsych.api.storage.Batch;
import org.aepsych.api.storage.EventLog;
import org.aepsych.api.storage.Person;
import org.aepsych.api.storage.PersonStore;
import org.aepsych.api.storage.ResultRow;
import org.aepsych.api.storage.ResultTables;
import org.aepsych.api.storage.SnapshotStore;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamStore;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.api.storage.Table;
import org.aepsych.api.storage.TableRow;
import org.aepsych.api.storage.TableStore;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Several instances of the same data, closing, and opening again. */
interface InstanceContract extends StorageUnderTest {
    @Test
    default void aSnapshotIsOfOneInstant() {
        if (!can(StorageTck.Capability.SNAPSHOTS_OF_ONE_INSTANT)) {
            return;
        }
        StreamId stream = newStream();
        append(stream, 0, seal(0, HashChain.GENESIS, "before"));

        storage().snapshot(still -> {
            assertThat(still.events().last(stream)).isOne();
            append(stream, 1, seal(1, HashChain.GENESIS, "meanwhile"));
            assertThat(still.events().read(stream, 0)).hasSize(1);
            assertThat(still.streams().list()).hasSize(1);
            assertRefused(
                    StandardError.UNSUPPORTED,
                    () -> still.events().append(batch(stream, 1, "x").build()));
            return true;
        });

        assertThat(storage().events().last(stream)).isEqualTo(2);
    }

    @Test
    default void everyTableCanBeReadAndWrittenAsItIs() {
        assertThat(storage().tables().isPresent()).isEqualTo(can(StorageTck.Capability.PLAIN_TABLES));
        storage().tables().ifPresent(tables -> {
            StreamId stream = newStream();
            storage()
                    .events()
                    .append(new Batch(
                            stream,
                            0,
                            seal(0, HashChain.GENESIS, "a", "b"),
                            List.of(new Person(new ParticipantId(9), "secret@x", Optional.empty(), NOON)),
                            RandomRows.ordered(5)));
            List<ResultRow> rows = storage().results().orElseThrow().read(stream);
            List<List<TableRow>> before = everything(tables);

            List<Table> backwards = new ArrayList<>(tables.tables());
            Collections.reverse(backwards);
            backwards.forEach(tables::clear);
            assertThat(tables.tables()).allMatch(table -> tables.count(table) == 0);
            assertThat(tables.tables()).allMatch(table -> tables.last(table).isEmpty());
            for (int i = 0; i < before.size(); i++) {
                tables.put(tables.tables().get(i), before.get(i));
            }
            tables.settle();

            assertThat(storage().results().orElseThrow().read(stream)).isEqualTo(rows);
            assertThat(storage().persons().find(stream, "secret@x")).isPresent();
            assertThat(newStream().value()).isGreaterThan(stream.value());
            appendTexts(stream, "c");
            assertThat(tables.wipe(stream)).isPositive();
            assertThat(storage().streams().find(stream)).isEmpty();
            tables.vacuum();
            assertThat(tables.facts()).isNotEmpty();
        });
    }

    private static List<List<TableRow>> everything(TableStore tables) {
        return tables.tables().stream()
                .map(table -> {
                    List<TableRow> rows = new ArrayList<>();
                    tables.read(table, List.of(), rows::add);
                    assertThat(tables.count(table)).isEqualTo(rows.size());
                    return rows;
                })
                .toList();
    }

    @Test
    default void everythingIsThereAfterReopening() {
        StreamId stream = storage().streams().open(game("pd"), seal(0, HashChain.GENESIS, "a"), RandomRows.ordered(1));
        storage()
                .events()
                .append(batch(stream, 1, "b").withPerson(1, "a@example.org").build());
        storage().snapshots().save(stream, snapshot(2, 1));
        Administrator ada = storage().accounts().createAdministrator("ada@example.org", "$argon2id$a");
        Session session = new Session(
                "a".repeat(64),
                NOON,
                NOON.plusSeconds(60),
                Optional.of(ada.id()),
                Optional.empty(),
                Optional.empty(),
                "");
        storage().accounts().createSession(session);
        List<RecordedEvent> events = storage().events().read(stream, 0);
        List<Person> persons = storage().persons().list(stream);
        Optional<List<ResultRow>> rows = storage().results().map(results -> results.read(stream));
        storage().close();

        Storage again = another();

        assertThat(again.streams().list()).containsExactly(new OpenedStream(stream, game("pd")));
        assertThat(again.events().read(stream, 0)).hasSize(2).isEqualTo(events);
        assertThat(again.persons().list(stream)).hasSize(1).isEqualTo(persons);
        assertThat(again.snapshots().latest(stream, 2)).contains(snapshot(2, 1));
        assertThat(again.accounts().findAdministrator(ada.id())).contains(ada);
        assertThat(again.accounts().findSession("a".repeat(64))).contains(session);
        assertThat(again.results().map(results -> results.read(stream))).isEqualTo(rows);
    }

    @Test
    default void twoInstancesSeeEachOther() {
        Storage second = another();
        StreamId stream = newStream();
        appendTexts(stream, "a");

        assertThat(second.events().last(stream)).isEqualTo(1);
        second.events().append(batch(stream, 1, "b").build());
        assertRefused(
                StandardError.STREAM_MOVED,
                () -> storage().events().append(batch(stream, 1, "late").build()));

        assertThat(storage().events().read(stream, 0))
                .extracting(RecordedEvent::contents)
                .containsExactly("a", "b");
        assertRefused(StandardError.EXPERIMENT_EXISTS, () -> {
            storage().streams().open(game("same"), List.of(), List.of());
            second.streams().open(game("same"), List.of(), List.of());
        });
    }

    @Test
    default void writersOfTwoInstancesHaveOneWinnerForEachSequence() throws Exception {
        Storage second = another();
        StreamId stream = newStream();

        assertOneWinnerEach(stream, List.of(storage(), second));
    }

    @Test
    default void aClosedStorageRefuses() {
        StreamId stream = newStream();
        StreamStore streams = storage().streams();
        EventLog events = storage().events();
        SnapshotStore snapshots = storage().snapshots();
        PersonStore persons = storage().persons();
        AccountStore accounts = storage().accounts();
        Optional<ResultTables> results = storage().results();
        Session session =
                new Session("a".repeat(64), NOON, NOON, Optional.empty(), Optional.empty(), Optional.empty(), "");

        storage().close();
        storage().close();

        List<ThrowingCallable> calls = new ArrayList<>(List.of(
                () -> storage().streams(),
                () -> storage().events(),
                () -> storage().snapshots(),
                () -> storage().persons(),
                () -> storage().accounts(),
                () -> storage().access(),
                () -> storage().results(),
                () -> storage().displayName(),
                () -> streams.open(game("x"), List.of(), List.of()),
                () -> streams.find(stream),
                streams::list,
                () -> events.append(batch(stream, 0, "a").build()),
                () -> events.read(stream, 0),
                () -> events.read(stream, 0, event -> {}),
                () -> events.last(stream),
                () -> snapshots.save(stream, snapshot(1, 1)),
                () -> snapshots.latest(stream, 1),
                () -> snapshots.deleteAll(stream),
                () -> persons.find(stream, "a"),
                () -> persons.find(stream, new ParticipantId(1)),
                () -> persons.list(stream),
                () -> persons.setPasswordHash(stream, new ParticipantId(1), "h"),
                () -> persons.setLanguage(stream, new ParticipantId(1), "fr"),
                accounts::administrators,
                () -> accounts.createAdministrator("a", "h"),
                () -> accounts.findAdministrator("a"),
                () -> accounts.findAdministrator(1),
                () -> accounts.createSession(session),
                () -> accounts.findSession("a"),
                () -> accounts.deleteSession("a"),
                () -> accounts.deleteSessions(stream),
                () -> accounts.deleteExpiredSessions(NOON)));
        results.ifPresent(tables -> {
            calls.add(() -> tables.read(stream));
            calls.add(() -> tables.replace(stream, List.of()));
        });
        assertThat(calls).allSatisfy(call -> assertRefused(StandardError.CLOSED, call));
    }

    @Test
    default void closingWaitsForWritersWhoseWorkIsThenKept() throws Exception {
        List<StreamId> written = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch begun = new CountDownLatch(20);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                writers.add(pool.submit(() -> {
                    while (attempt(StandardError.CLOSED, () -> written.add(newStream()))) {
                        begun.countDown();
                    }
                }));
            }
            assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
            storage().close();
            for (Future<?> writer : writers) {
                writer.get(60, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(another().streams().list())
                .extracting(OpenedStream::id)
                .containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    default void theDisplayNameIsShort() {
        assertThat(storage().displayName()).isNotBlank().hasSizeLessThan(200).doesNotContain("/");
    }
}
