package org.aepsych.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.aepsych.api.AepsychException;
import org.aepsych.api.ErrorCode;
import org.aepsych.api.StandardError;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.event.NewEvent;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.AccessStore.AuditEntry;
import org.aepsych.api.storage.AccessStore.Member;
import org.aepsych.api.storage.AccessStore.Pass;
import org.aepsych.api.storage.AccessStore.PassKind;
import org.aepsych.api.storage.AccountStore;
import org.aepsych.api.storage.AccountStore.Administrator;
import org.aepsych.api.storage.AccountStore.Session;
import org.aepsych.api.storage.Batch;
import org.aepsych.api.storage.EventLog;
import org.aepsych.api.storage.OutboxStore;
import org.aepsych.api.storage.OutboxStore.Counts;
import org.aepsych.api.storage.OutboxStore.Effect;
import org.aepsych.api.storage.Person;
import org.aepsych.api.storage.PersonStore;
import org.aepsych.api.storage.PresenceStore;
import org.aepsych.api.storage.PresenceStore.Seen;
import org.aepsych.api.storage.ResultRow;
import org.aepsych.api.storage.ResultRow.ConfigRow;
import org.aepsych.api.storage.ResultRow.NamedNumber;
import org.aepsych.api.storage.ResultRow.NamedText;
import org.aepsych.api.storage.ResultRow.ParticipantsCleared;
import org.aepsych.api.storage.ResultRow.PlayerRow;
import org.aepsych.api.storage.ResultRow.TrialRow;
import org.aepsych.api.storage.ResultTables;
import org.aepsych.api.storage.Snapshot;
import org.aepsych.api.storage.SnapshotStore;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamHeader;
import org.aepsych.api.storage.StreamStore;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.api.storage.Table;
import org.aepsych.api.storage.TableRow;
import org.aepsych.api.storage.TableStore;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every storage must do. Extend it, say how to open one, and run it with JUnit; a storage that lacks a capability
 * overrides {@link #capabilities()} and is then held to its refusal.
 */
public abstract class StorageTck {
    /** What a storage may lack. */
    public enum Capability {
        /** {@link Storage#results()}. */
        RESULT_TABLES,
        /** {@link Storage#snapshot} really is of one instant. */
        SNAPSHOTS_OF_ONE_INSTANT,
        /** {@link Storage#tables()}. */
        PLAIN_TABLES
    }

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

    private final List<Storage> opened = new ArrayList<>();
    private Storage storage;

    /** Creates the suite. */
    protected StorageTck() {}

    /**
     * Opens a storage that holds nothing.
     *
     * @return a storage with data of its own, which the suite closes
     */
    protected abstract Storage openEmpty();

    /**
     * Opens the data of the storage last returned by {@link #openEmpty} once more, as another process would; that
     * storage may be open or closed.
     *
     * @return another instance, which the suite closes
     */
    protected abstract Storage reopen();

    /**
     * Returns what the storage can do.
     *
     * @return everything by default
     */
    protected Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    @BeforeEach
    final void open() {
        storage = opened(openEmpty());
    }

    @AfterEach
    final void close() {
        Collections.reverse(opened);
        opened.forEach(Storage::close);
    }

    // Streams

    @Test
    void anOrderToClearTakesAwayWhatParticipantsDidBeforeItAndNothingElse() {
        StreamId stream = newStream();
        List<ResultRow> rows = RandomRows.ordered(11);
        PlayerRow after = new PlayerRow(new ParticipantId(1), 0, -1, true, false, 5, 0, 0, 0, 0, Optional.empty(), 1);
        storage.events().append(new Batch(stream, 0, List.of(), List.of(), rows));
        storage.events()
                .append(new Batch(
                        stream,
                        0,
                        List.of(),
                        List.of(),
                        List.of(rows.get(rows.size() - 1), new ParticipantsCleared(), after)));

        storage.results()
                .ifPresent(results -> assertThat(results.read(stream))
                        .containsExactlyElementsOf(Stream.concat(
                                        rows.stream().filter(row -> !ParticipantsCleared.covers(row.getClass())),
                                        Stream.of(after))
                                .toList()));
    }

    @Test
    void aStreamIsFoundWithItsHeader() {
        StreamHeader full = new StreamHeader(
                Protocol.ADAPTIVE,
                new ExperimentId("contrast ß/🧪 'x'"),
                Optional.of("name"),
                Optional.of("line\nline"),
                Optional.of("p-1"),
                Optional.of("{\"a\":\"\\u0000\"}"));
        StreamHeader bare = game("bare");
        StreamId first = storage.streams().open(full, List.of(), List.of());
        StreamId second = storage.streams().open(bare, List.of(), List.of());

        assertThat(storage.streams().find(first)).contains(full);
        assertThat(storage.streams().find(second)).contains(bare);
        assertThat(storage.streams().find(new StreamId(second.value() + 1))).isEmpty();
    }

    @Test
    void streamsAreListedInTheOrderOfOpening() {
        assertThat(storage.streams().list()).isEmpty();
        List<OpenedStream> expected = new ArrayList<>();
        for (String id : List.of("c", "a", "b")) {
            expected.add(new OpenedStream(storage.streams().open(game(id), List.of(), List.of()), game(id)));
        }

        assertThat(storage.streams().list()).isEqualTo(expected);
        assertThat(expected).extracting(each -> each.id().value()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aStreamOpensWithItsFirstEvents() {
        List<RecordedEvent> events = seal(0, HashChain.GENESIS, "a", "b", "c");

        StreamId stream = storage.streams().open(adaptive("x"), events, List.of());

        assertThat(storage.events().read(stream, 0)).isEqualTo(events);
        assertThat(storage.events().last(stream)).isEqualTo(3);
    }

    @Test
    void aGameExperimentsIdIsTakenOnce() {
        StreamId first = storage.streams().open(game("pd"), List.of(), List.of());

        assertRefused(
                StandardError.EXPERIMENT_EXISTS,
                () -> storage.streams().open(game("pd"), seal(0, HashChain.GENESIS, "a"), List.of()));

        assertThat(storage.streams().list()).extracting(OpenedStream::id).containsExactly(first);
    }

    @Test
    void adaptiveSessionsShareAnExperimentId() {
        StreamId first = storage.streams().open(adaptive("contrast"), List.of(), List.of());
        StreamId second = storage.streams().open(adaptive("contrast"), List.of(), List.of());

        assertThat(second.value()).isGreaterThan(first.value());
    }

    @Test
    void racingOpenersOfOneGameHaveOneWinner() throws Exception {
        List<Boolean> won = race(
                6,
                i -> attempt(
                        StandardError.EXPERIMENT_EXISTS,
                        () -> storage.streams().open(game("same"), seal(0, HashChain.GENESIS, "by " + i), List.of())));

        assertThat(won).containsOnlyOnce(true);
        assertThat(storage.streams().list()).hasSize(1);
    }

    /** Clients know a session by its place. */
    @Test
    void aStreamKeepsItsPlaceInTheListWhileOthersAreOpened() throws Exception {
        List<Map<StreamId, Integer>> places = race(6, opener -> {
            Map<StreamId, Integer> own = new HashMap<>();
            for (int i = 0; i < 8; i++) {
                StreamId stream = storage.streams()
                        .open(adaptive("by " + opener), seal(0, HashChain.GENESIS, "a"), List.of(), List.of());
                own.put(stream, streams().indexOf(stream));
            }
            return own;
        });

        List<StreamId> all = streams();
        assertThat(all).hasSize(6 * 8);
        for (Map<StreamId, Integer> own : places) {
            own.forEach((stream, place) -> assertThat(all.indexOf(stream)).isEqualTo(place));
        }
    }

    private List<StreamId> streams() {
        return storage.streams().list().stream().map(OpenedStream::id).toList();
    }

    @Test
    void aStreamWithAPastIsOpenedWithItsParticipantsOrNotAtAll() {
        Person ada = new Person(new ParticipantId(7), "ada@example.org", Optional.empty(), NOON);
        Person same = new Person(new ParticipantId(8), "ada@example.org", Optional.empty(), NOON);
        List<RecordedEvent> past = seal(0, HashChain.GENESIS, "a", "b");
        assertRefused(
                StandardError.PARTICIPANT_EXISTS,
                () -> storage.streams().open(game("past"), past, List.of(ada, same), List.of()));

        StreamId stream = storage.streams().open(game("past"), past, List.of(ada), List.of());

        assertThat(storage.streams().list()).extracting(OpenedStream::id).containsExactly(stream);
        assertThat(storage.persons().list(stream)).containsExactly(ada);
        assertThat(storage.events().last(stream)).isEqualTo(2);
    }

    // The log

    @Test
    void sequencesRunFromOneWithoutGaps() {
        StreamId stream = newStream();
        appendTexts(stream, "a", "b");
        appendTexts(stream, "c");

        assertThat(storage.events().read(stream, 0))
                .extracting(RecordedEvent::sequence)
                .containsExactly(1L, 2L, 3L);
        assertThat(storage.events().last(stream)).isEqualTo(3);
    }

    @Test
    void anUnwrittenStreamIsEmpty() {
        StreamId stream = newStream();

        assertThat(storage.events().last(stream)).isZero();
        assertThat(storage.events().read(stream, 0)).isEmpty();
    }

    @Test
    void readingBeginsAfterAnEvent() {
        StreamId stream = newStream();
        appendTexts(stream, "a", "b", "c");

        assertThat(storage.events().read(stream, 2))
                .extracting(RecordedEvent::contents)
                .containsExactly("c");
        assertThat(storage.events().read(stream, 3)).isEmpty();
    }

    @Test
    void streamsDoNotSeeEachOther() {
        StreamId first = newStream();
        StreamId second = newStream();
        appendTexts(first, "a", "b");
        appendTexts(second, "x");

        assertThat(storage.events().read(first, 0))
                .extracting(RecordedEvent::contents)
                .containsExactly("a", "b");
        assertThat(storage.events().read(second, 0))
                .extracting(RecordedEvent::contents)
                .containsExactly("x");
    }

    @Test
    void theHashIsKeptAsGiven() {
        StreamId stream = newStream();
        List<RecordedEvent> events = List.of(
                new RecordedEvent(1, event("{}"), "f".repeat(64)), new RecordedEvent(2, event("{}"), "0".repeat(64)));

        append(stream, 0, events);

        assertThat(storage.events().read(stream, 0)).isEqualTo(events);
    }

    @Test
    void aWriterThatIsBehindIsToldAndNothingIsKept() {
        StreamId stream = newStream();
        appendTexts(stream, "a", "b");

        assertRefused(
                StandardError.STREAM_MOVED,
                () -> storage.events()
                        .append(batch(stream, 1, "late")
                                .withPerson(1, "late@example.org")
                                .build()));

        assertThat(storage.events().read(stream, 0))
                .extracting(RecordedEvent::contents)
                .containsExactly("a", "b");
        assertThat(storage.persons().list(stream)).isEmpty();
    }

    @Test
    void aWriterThatIsAheadIsToldAndNothingIsKept() {
        StreamId stream = newStream();
        appendTexts(stream, "a");

        assertRefused(
                StandardError.STREAM_MOVED,
                () -> storage.events().append(batch(stream, 5, "early").build()));

        assertThat(storage.events().last(stream)).isEqualTo(1);
    }

    @Test
    void aWriterWithoutEventsIsAlsoTold() {
        StreamId stream = newStream();
        appendTexts(stream, "a");

        assertRefused(
                StandardError.STREAM_MOVED,
                () -> storage.events()
                        .append(batch(stream, 0).withPerson(1, "a@example.org").build()));
        storage.events().append(batch(stream, 1).withPerson(1, "a@example.org").build());

        assertThat(storage.persons().list(stream)).hasSize(1);
        assertThat(storage.events().last(stream)).isEqualTo(1);
    }

    @Test
    void racingWritersHaveOneWinnerForEachSequence() throws Exception {
        StreamId stream = newStream();

        assertOneWinnerEach(stream, List.of(storage));
    }

    @Test
    void anUnknownStreamIsNotWrittenTo() {
        StreamId unknown = new StreamId(newStream().value() + 1000);

        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> storage.events().append(batch(unknown, 0, "a").build()));
        assertThat(storage.events().read(unknown, 0)).isEmpty();
        assertThat(storage.events().last(unknown)).isZero();
    }

    @Test
    void textIsKeptToTheCharacter() {
        StreamId stream = newStream();
        String megabyte = "0123456789abcdef".repeat(1 << 16);
        List<NewEvent> events = new ArrayList<>();
        for (String text : List.of(
                "",
                "{\"z\": 1, \"a\": 1.0, \"a\": 1e0}",
                "emoji 🧪👩🏽‍🔬 and äöüß and 漢字 and \u200f",
                "it's \"quoted\" \\ `so` -- /* ; */ :name ? $1 % _",
                "{\"nul\":\"\\u0000\",\"lone\":\"\\ud800\"}",
                "one\ntwo\r\nthree\rfour\ttab   trailing \n",
                megabyte)) {
            events.add(new NewEvent(NOON, "tell", 1, text, Optional.of(text)));
            events.add(new NewEvent(NOON, "tell", Integer.MAX_VALUE, text, Optional.empty()));
        }
        List<RecordedEvent> sealed = HashChain.seal(0, HashChain.GENESIS, events);

        append(stream, 0, sealed);

        assertThat(storage.events().read(stream, 0)).isEqualTo(sealed);
    }

    @Test
    void instantsAreKeptToTheMicrosecond() {
        StreamId stream = newStream();
        List<NewEvent> events = new ArrayList<>();
        for (String instant : List.of(
                "2026-03-29T01:30:00.000001Z",
                "2026-12-31T23:59:59.999999Z",
                "1970-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999Z",
                "1600-02-29T12:00:00.5Z",
                "9999-12-31T23:59:59.999999Z")) {
            events.add(new NewEvent(Instant.parse(instant), "tell", 1, "{}", Optional.empty()));
        }
        List<RecordedEvent> sealed = HashChain.seal(0, HashChain.GENESIS, events);

        append(stream, 0, sealed);

        assertThat(storage.events().read(stream, 0)).isEqualTo(sealed);
    }

    @Test
    void aLongLogIsHandedOverInOrderWhileOthersWrite() {
        StreamId stream = newStream();
        StreamId other = newStream();
        String[] texts = LongStream.rangeClosed(1, 10_000)
                .mapToObj(i -> "{\"i\":" + i + "}")
                .toArray(String[]::new);
        appendTexts(stream, texts);
        AtomicLong last = new AtomicLong();

        storage.events().read(stream, 0, event -> {
            assertThat(event.sequence()).isEqualTo(last.incrementAndGet());
            assertThat(event.contents()).isEqualTo(texts[Math.toIntExact(event.sequence()) - 1]);
            if (event.sequence() % 2000 == 0) {
                appendTexts(other, "meanwhile");
            }
        });

        assertThat(last).hasValue(10_000);
        assertThat(storage.events().last(other)).isEqualTo(5);
    }

    @Test
    void aReaderThatFailsGetsItsOwnErrorAndReleasesTheStorage() {
        StreamId stream = newStream();
        appendTexts(stream, "a", "b");

        for (int i = 0; i < 50; i++) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> storage.events().read(stream, 0, event -> {
                        throw new IllegalStateException("enough");
                    }))
                    .withMessage("enough");
        }
        appendTexts(stream, "c");

        assertThat(storage.events().last(stream)).isEqualTo(3);
    }

    // Persons

    @Test
    void personsAreFoundByIdentifierAndById() {
        StreamId stream = newStream();
        Person ada = new Person(new ParticipantId(2), "ada@example.org", Optional.of("$argon2id$x"), NOON);
        Person bob = new Person(new ParticipantId(1), "Bob 🧪", Optional.empty(), NOON.plusNanos(1000));
        storage.events().append(new Batch(stream, 0, List.of(), List.of(ada, bob), List.of()));

        assertThat(storage.persons().list(stream)).containsExactly(bob, ada);
        assertThat(storage.persons().find(stream, "ada@example.org")).contains(ada);
        assertThat(storage.persons().find(stream, "ADA@example.org")).isEmpty();
        assertThat(storage.persons().find(stream, new ParticipantId(1))).contains(bob);
        assertThat(storage.persons().find(stream, new ParticipantId(3))).isEmpty();
        assertThat(storage.persons().list(newStream())).isEmpty();
    }

    @Test
    void anIdentifierIsTakenOnceInAStreamAndNothingOfTheBatchIsKept() {
        StreamId stream = newStream();
        StreamId other = newStream();
        storage.events()
                .append(batch(stream, 0, "a").withPerson(1, "a@example.org").build());

        assertRefused(
                StandardError.PARTICIPANT_EXISTS,
                () -> storage.events()
                        .append(batch(stream, 1, "b")
                                .withPerson(2, "new@example.org")
                                .withPerson(3, "a@example.org")
                                .build()));
        storage.events()
                .append(batch(other, 0, "a").withPerson(1, "a@example.org").build());

        assertThat(storage.events().last(stream)).isEqualTo(1);
        assertThat(storage.persons().list(stream))
                .extracting(p -> p.id().value())
                .containsExactly(1L);
        assertThat(storage.persons().list(other)).hasSize(1);
    }

    @Test
    void aPersonsIdIsTakenOnceInAStream() {
        StreamId stream = newStream();
        storage.events().append(batch(stream, 0).withPerson(1, "a@example.org").build());

        assertRefused(
                StandardError.PARTICIPANT_EXISTS,
                () -> storage.events()
                        .append(batch(stream, 0).withPerson(1, "b@example.org").build()));

        assertThat(storage.persons()
                        .find(stream, new ParticipantId(1))
                        .orElseThrow()
                        .identifier())
                .isEqualTo("a@example.org");
    }

    @Test
    void refusalsDoNotRepeatPersonalData() {
        StreamId stream = newStream();
        storage.events()
                .append(batch(stream, 0).withPerson(1, "secret@example.org").build());
        storage.accounts().createAdministrator("secret@example.org", "$argon2id$secret");

        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> storage.events()
                        .append(batch(stream, 0)
                                .withPerson(2, "secret@example.org")
                                .build()))
                .satisfies(StorageTck::keepsSecrets);
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> storage.accounts().createAdministrator("secret@example.org", "$argon2id$secret"))
                .satisfies(StorageTck::keepsSecrets);
    }

    @Test
    void whoAPersonIsCanBeErased() {
        StreamId stream = newStream();
        storage.events()
                .append(batch(stream, 0, "a")
                        .withPerson(1, "secret@x")
                        .withPerson(2, "other")
                        .build());
        List<RecordedEvent> log = storage.events().read(stream, 0);

        assertThat(storage.persons().erase(stream, new ParticipantId(1))).isTrue();
        assertThat(storage.persons().erase(stream, new ParticipantId(1))).isFalse();

        assertThat(storage.persons().find(stream, "secret@x")).isEmpty();
        assertThat(storage.persons().list(stream))
                .extracting(Person::identifier)
                .containsExactly("other");
        assertThat(storage.events().read(stream, 0)).isEqualTo(log);
        storage.events().append(batch(stream, 1, "b").withPerson(3, "secret@x").build());
        assertThat(storage.persons().find(stream, "secret@x")).map(Person::id).contains(new ParticipantId(3));
    }

    @Test
    void theLanguageInWhichSomebodyReadsIsKeptWithThem() {
        StreamId stream = newStream();
        Person ada =
                new Person(new ParticipantId(1), "a@example.org", Optional.of("$argon2id$a"), NOON, Optional.of("sv"));
        storage.events().append(new Batch(stream, 0, List.of(), List.of(ada), List.of()));
        storage.events().append(batch(stream, 0).withPerson(2, "b@example.org").build());
        assertThat(storage.persons().list(stream))
                .extracting(Person::language)
                .containsExactly(Optional.of("sv"), Optional.empty());

        storage.persons().setLanguage(stream, new ParticipantId(1), "fr");
        storage.persons().setLanguage(stream, new ParticipantId(3), "fr");
        storage.persons().setPasswordHash(stream, new ParticipantId(1), "$argon2id$new");

        assertThat(storage.persons().find(stream, new ParticipantId(1)))
                .contains(new Person(
                        new ParticipantId(1), "a@example.org", Optional.of("$argon2id$new"), NOON, Optional.of("fr")));
        assertThat(storage.persons().list(stream)).hasSize(2);
    }

    @Test
    void aPasswordHashIsReplaced() {
        StreamId stream = newStream();
        storage.events()
                .append(batch(stream, 0)
                        .withPerson(1, "a@example.org")
                        .withPerson(2, "b@example.org")
                        .build());

        storage.persons().setPasswordHash(stream, new ParticipantId(1), "$argon2id$new");

        assertThat(storage.persons().list(stream))
                .extracting(Person::passwordHash)
                .containsExactly(Optional.of("$argon2id$new"), Optional.empty());
    }

    // Snapshots

    @Test
    void theLatestSnapshotUpToAnEventIsFound() {
        StreamId stream = newStream();
        Snapshot at5 = snapshot(5, 1);
        Snapshot at9 = snapshot(9, 2);
        storage.snapshots().save(stream, at9);
        storage.snapshots().save(stream, at5);

        assertThat(storage.snapshots().latest(stream, 4)).isEmpty();
        assertThat(storage.snapshots().latest(stream, 5)).contains(at5);
        assertThat(storage.snapshots().latest(stream, 8)).contains(at5);
        assertThat(storage.snapshots().latest(stream, Long.MAX_VALUE)).contains(at9);
        assertThat(storage.snapshots().latest(newStream(), 9)).isEmpty();
    }

    @Test
    void aSnapshotReplacesTheOneOfItsSequence() {
        StreamId stream = newStream();
        storage.snapshots().save(stream, snapshot(5, 1));
        storage.snapshots().save(stream, snapshot(5, 2));

        assertThat(storage.snapshots().latest(stream, 5)).contains(snapshot(5, 2));
    }

    @Test
    void snapshotsOfAStreamAreDeleted() {
        StreamId stream = newStream();
        StreamId other = newStream();
        storage.snapshots().save(stream, snapshot(1, 1));
        storage.snapshots().save(stream, snapshot(2, 1));
        storage.snapshots().save(other, snapshot(1, 1));

        storage.snapshots().deleteAll(stream);

        assertThat(storage.snapshots().latest(stream, 9)).isEmpty();
        assertThat(storage.snapshots().latest(other, 9)).isPresent();
    }

    // Accounts

    @Test
    void administratorsAreCreatedAndFound() {
        assertThat(storage.accounts().administrators()).isZero();

        Administrator ada = storage.accounts().createAdministrator("ada@example.org", "$argon2id$a");
        Administrator bob = storage.accounts().createAdministrator("bob@example.org", "$argon2id$b");

        assertThat(storage.accounts().administrators()).isEqualTo(2);
        assertThat(ada.passwordHash()).isEqualTo("$argon2id$a");
        assertThat(storage.accounts().findAdministrator("ada@example.org")).contains(ada);
        assertThat(storage.accounts().findAdministrator(bob.id())).contains(bob);
        assertThat(storage.accounts().findAdministrator("eve@example.org")).isEmpty();
        assertThat(storage.accounts().findAdministrator(ada.id() + bob.id())).isEmpty();
    }

    @Test
    void anAdministratorsAddressIsTakenOnce() {
        storage.accounts().createAdministrator("ada@example.org", "$argon2id$a");

        assertRefused(
                StandardError.STATE_CONFLICT,
                () -> storage.accounts().createAdministrator("ada@example.org", "$argon2id$b"));

        assertThat(storage.accounts().administrators()).isEqualTo(1);
    }

    @Test
    void sessionsAreKeptUntilTheyEnd() {
        Administrator ada = storage.accounts().createAdministrator("ada@example.org", "$argon2id$a");
        StreamId stream = newStream();
        Session admins = new Session(
                "a".repeat(64),
                NOON,
                NOON.plusSeconds(60),
                Optional.of(ada.id()),
                Optional.empty(),
                Optional.empty(),
                "");
        Session players = new Session(
                "b".repeat(64),
                NOON,
                NOON.plusSeconds(61),
                Optional.empty(),
                Optional.of(stream),
                Optional.of(new ParticipantId(7)),
                "Mozilla/5.0 🧪");
        storage.accounts().createSession(admins);
        storage.accounts().createSession(players);

        assertThat(storage.accounts().findSession("a".repeat(64))).contains(admins);
        assertThat(storage.accounts().findSession("b".repeat(64))).contains(players);
        assertThat(storage.accounts().findSession("c".repeat(64))).isEmpty();

        storage.accounts().deleteExpiredSessions(NOON.plusSeconds(60));
        assertThat(storage.accounts().findSession("a".repeat(64))).isEmpty();
        assertThat(storage.accounts().findSession("b".repeat(64))).isPresent();

        storage.accounts().deleteSession("b".repeat(64));
        assertThat(storage.accounts().findSession("b".repeat(64))).isEmpty();
    }

    // Effects

    @Test
    void theLatestSignOfLifeIsKeptWhicheverServerHeardIt() {
        if (storage.presence().isEmpty()) {
            return;
        }
        StreamId stream = newStream();
        PresenceStore one = storage.presence().orElseThrow();
        PresenceStore other = opened(reopen()).presence().orElseThrow();
        Seen early = new Seen(stream, new ParticipantId(1), NOON);
        Seen late = new Seen(stream, new ParticipantId(1), NOON.plusSeconds(5));
        Seen somebody = new Seen(newStream(), new ParticipantId(2), NOON.plusSeconds(1));

        one.put(List.of());
        other.put(List.of(somebody, late));
        one.put(List.of(early));

        assertThat(one.since(NOON)).containsExactlyInAnyOrder(late, somebody);
        assertThat(other.since(NOON.plusSeconds(5))).containsExactly(late);
    }

    @Test
    void anEffectIsTakenByOneAndForgottenWhenItIsDone() {
        if (storage.outbox().isEmpty()) {
            return;
        }
        OutboxStore outbox = storage.outbox().orElseThrow();
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
        storage.tables().ifPresent(tables -> {
            List<String> kept = new ArrayList<>();
            tables.tables().stream()
                    .filter(table -> table.name().equals("outbox"))
                    .forEach(table -> tables.read(
                            table, List.of(), row -> kept.add(row.cells().toString())));
            assertThat(kept).hasSize(2).noneMatch(row -> row.contains("ann"));
        });
    }

    @Test
    void sessionsOfAStreamEndTogether() {
        Administrator ada = storage.accounts().createAdministrator("ada@example.org", "$argon2id$a");
        StreamId stream = newStream();
        StreamId other = newStream();
        storage.accounts().createSession(session("a", Optional.of(ada.id()), Optional.empty()));
        storage.accounts().createSession(session("b", Optional.empty(), Optional.of(stream)));
        storage.accounts().createSession(session("c", Optional.empty(), Optional.of(other)));

        storage.accounts().deleteSessions(stream);

        assertThat(storage.accounts().findSession("b".repeat(64))).isEmpty();
        assertThat(storage.accounts().findSession("a".repeat(64))).isPresent();
        assertThat(storage.accounts().findSession("c".repeat(64))).isPresent();
    }

    private static Session session(String letter, Optional<Long> administrator, Optional<StreamId> stream) {
        return new Session(
                letter.repeat(64),
                NOON,
                NOON.plusSeconds(60),
                administrator,
                stream,
                stream.map(any -> new ParticipantId(1)),
                "");
    }

    // Access

    @Test
    void anAdministratorWithoutARoleIsAnOwnerAndRolesChange() {
        Administrator ada = storage.accounts().createAdministrator("ada@example.org", "$argon2id$a");
        Administrator bob = storage.accounts().createAdministrator("bob@example.org", "$argon2id$b");

        storage.access().setRole(bob.id(), "viewer", NOON);
        storage.access().setRole(bob.id(), "editor", NOON.plusSeconds(1));

        assertThat(storage.access().members())
                .containsExactly(
                        new Member(ada.id(), "ada@example.org", "owner", Optional.empty()),
                        new Member(bob.id(), "bob@example.org", "editor", Optional.empty()));
        assertThat(storage.access().member(bob.id()))
                .contains(new Member(bob.id(), "bob@example.org", "editor", Optional.empty()));
        assertThat(storage.access().member(ada.id() + bob.id())).isEmpty();
    }

    @Test
    void anAuthenticatorIsKeptToTheCharacterAndDropped() {
        Administrator ada = storage.accounts().createAdministrator("ada@example.org", "$argon2id$a");
        String secret = "sealed:1:0123abcd:_-" + "x".repeat(500);

        storage.access().setAuthenticator(ada.id(), Optional.of(secret), NOON);
        assertThat(storage.access().member(ada.id()).flatMap(Member::authenticator))
                .contains(secret);
        storage.access().setRole(ada.id(), "operator", NOON);
        assertThat(storage.access().member(ada.id()))
                .contains(new Member(ada.id(), "ada@example.org", "operator", Optional.of(secret)));

        storage.access().setAuthenticator(ada.id(), Optional.empty(), NOON);
        assertThat(storage.access().member(ada.id()))
                .contains(new Member(ada.id(), "ada@example.org", "operator", Optional.empty()));
    }

    @Test
    void aNewPasswordOfAnAdministratorEndsTheirSessionsOnly() {
        Administrator ada = storage.accounts().createAdministrator("ada@example.org", "$argon2id$a");
        Administrator bob = storage.accounts().createAdministrator("bob@example.org", "$argon2id$b");
        storage.accounts().createSession(session("a", Optional.of(ada.id()), Optional.empty()));
        storage.accounts().createSession(session("b", Optional.of(bob.id()), Optional.empty()));

        storage.access().setPasswordHash(ada.id(), "$argon2id$new");

        assertThat(storage.accounts().findAdministrator(ada.id()))
                .contains(new Administrator(ada.id(), "ada@example.org", "$argon2id$new"));
        assertThat(storage.accounts().findSession("a".repeat(64))).isEmpty();
        assertThat(storage.accounts().findSession("b".repeat(64))).isPresent();
    }

    @Test
    void passesAreFoundByTheirHashListedByKindAndEndOnce() {
        Administrator ada = storage.accounts().createAdministrator("ada@example.org", "$argon2id$a");
        Pass invitation = pass(PassKind.INVITATION, "1", "new@example.org", ada);
        Pass token = pass(PassKind.API, "2", "analysis 🧪", ada);

        long first = storage.access().keep(invitation);
        long second = storage.access().keep(token);

        assertThat(second).isGreaterThan(first);
        assertThat(storage.access().find("1".repeat(64))).contains(numbered(invitation, first, Optional.empty()));
        assertThat(storage.access().find("3".repeat(64))).isEmpty();
        assertThat(storage.access().passes(PassKind.API)).containsExactly(numbered(token, second, Optional.empty()));

        storage.access().used(second, NOON.plusSeconds(5));
        assertThat(storage.access().find("2".repeat(64)))
                .contains(numbered(token, second, Optional.of(NOON.plusSeconds(5))));

        assertThat(storage.access().end(first)).isTrue();
        assertThat(storage.access().end(first)).isFalse();
        assertThat(storage.access().find("1".repeat(64))).isEmpty();
        assertThat(storage.access().passes(PassKind.INVITATION)).isEmpty();
        assertThat(storage.access().keep(pass(PassKind.API, "4", "later", ada))).isGreaterThan(second);
    }

    @Test
    void racingUsersOfOneInvitationHaveOneWinner() throws Exception {
        Administrator ada = storage.accounts().createAdministrator("ada@example.org", "$argon2id$a");
        long invitation = storage.access().keep(pass(PassKind.INVITATION, "1", "new@example.org", ada));
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> racers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                racers.add(pool.submit(() -> storage.access().end(invitation)));
            }
            int winners = 0;
            for (Future<Boolean> racer : racers) {
                winners += racer.get(30, TimeUnit.SECONDS) ? 1 : 0;
            }
            assertThat(winners).isOne();
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void anAdministratorWhoIsRemovedTakesSessionsAndPassesAlong() {
        Administrator ada = storage.accounts().createAdministrator("ada@example.org", "$argon2id$a");
        Administrator bob = storage.accounts().createAdministrator("bob@example.org", "$argon2id$b");
        storage.accounts().createSession(session("b", Optional.of(bob.id()), Optional.empty()));
        storage.access().setAuthenticator(bob.id(), Optional.of("SECRET"), NOON);
        storage.access().keep(pass(PassKind.API, "1", "bob's", bob));
        long adas = storage.access().keep(pass(PassKind.API, "2", "ada's", ada));
        storage.access().record(new AuditEntry(0, NOON, "bob@example.org", "login", "", "", ""));

        storage.access().remove(bob.id());

        assertThat(storage.access().members()).extracting(Member::id).containsExactly(ada.id());
        assertThat(storage.accounts().findAdministrator(bob.id())).isEmpty();
        assertThat(storage.accounts().findSession("b".repeat(64))).isEmpty();
        assertThat(storage.access().passes(PassKind.API)).extracting(Pass::id).containsExactly(adas);
        assertThat(storage.access().audit(Long.MAX_VALUE, 10)).hasSize(1);
        assertThat(storage.accounts()
                        .createAdministrator("bob@example.org", "$argon2id$c")
                        .id())
                .isNotEqualTo(ada.id());
    }

    @Test
    void theAuditLogIsReadBackwardsInPages() {
        for (int i = 0; i < 5; i++) {
            storage.access()
                    .record(new AuditEntry(
                            0, NOON.plusSeconds(i), "ada@example.org", "did " + i, "exp", "with é", "::1"));
        }

        List<AuditEntry> latest = storage.access().audit(Long.MAX_VALUE, 2);
        List<AuditEntry> earlier = storage.access().audit(latest.get(1).id(), 10);

        assertThat(latest).extracting(AuditEntry::action).containsExactly("did 4", "did 3");
        assertThat(earlier).extracting(AuditEntry::action).containsExactly("did 2", "did 1", "did 0");
        assertThat(earlier.get(2))
                .isEqualTo(
                        new AuditEntry(earlier.get(2).id(), NOON, "ada@example.org", "did 0", "exp", "with é", "::1"));
        assertThat(storage.access().audit(earlier.get(2).id(), 10)).isEmpty();
    }

    @Test
    void accessIsThereAfterReopening() {
        Administrator ada = storage.accounts().createAdministrator("ada@example.org", "$argon2id$a");
        storage.access().setRole(ada.id(), "editor", NOON);
        storage.access().setAuthenticator(ada.id(), Optional.of("SECRET"), NOON);
        long token = storage.access().keep(pass(PassKind.API, "1", "analysis", ada));
        storage.access().record(new AuditEntry(0, NOON, "ada@example.org", "did", "", "", ""));
        storage.close();

        Storage again = opened(reopen());

        assertThat(again.access().members())
                .containsExactly(new Member(ada.id(), "ada@example.org", "editor", Optional.of("SECRET")));
        assertThat(again.access().find("1".repeat(64))).map(Pass::id).contains(token);
        assertThat(again.access().audit(Long.MAX_VALUE, 10))
                .extracting(AuditEntry::action)
                .containsExactly("did");
    }

    private static Pass pass(PassKind kind, String digit, String name, Administrator by) {
        return new Pass(
                0, kind, digit.repeat(64), name, "viewer", by.id(), NOON, NOON.plusSeconds(3600), Optional.empty());
    }

    private static Pass numbered(Pass pass, long id, Optional<Instant> used) {
        return new Pass(
                id,
                pass.kind(),
                pass.hash(),
                pass.name(),
                pass.role(),
                pass.administrator(),
                pass.created(),
                pass.expires(),
                used);
    }

    // Result tables

    @Test
    void aCapabilityIsThereOrSaidToBeMissing() {
        assertThat(storage.results().isPresent()).isEqualTo(capabilities().contains(Capability.RESULT_TABLES));
    }

    @Test
    void rowsMayAlwaysBePut() {
        StreamId stream = storage.streams().open(game("x"), List.of(), RandomRows.ordered(1));

        storage.events().append(new Batch(stream, 0, List.of(), List.of(), RandomRows.ordered(2)));

        assertThat(storage.events().last(stream)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void rowsOfEveryKindComeBackEqualAndOrdered(long seed) {
        StreamId stream = newStream();
        StreamId other = newStream();
        List<ResultRow> expected = RandomRows.ordered(seed);

        storage.events().append(new Batch(stream, 0, List.of(), List.of(), shuffled(expected, seed)));

        assertRows(stream, expected);
        assertRows(other, List.of());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aRowReplacesTheOneWithItsKey(long seed) {
        List<ResultRow> expected = RandomRows.ordered(seed + 100);
        StreamId stream = storage.streams().open(game("x"), List.of(), RandomRows.ordered(seed));
        storage.events().append(new Batch(stream, 0, List.of(), List.of(), RandomRows.ordered(seed + 50)));

        storage.events().append(new Batch(stream, 0, List.of(), List.of(), shuffled(expected, seed)));

        assertRows(stream, expected);
    }

    @Test
    void ofRowsWithOneKeyTheLastStays() {
        StreamId stream = newStream();
        List<ResultRow> rows = List.of(
                new ConfigRow(1, NOON, "first"),
                new TrialRow(2, 0, NOON, true, "{}", List.of(new NamedText("x", "1")), List.of()),
                new ConfigRow(1, NOON, "second"),
                new TrialRow(2, 0, NOON, false, "{}", List.of(), List.of(new NamedNumber("y", -0.0))));

        storage.events().append(new Batch(stream, 0, List.of(), List.of(), rows));

        assertRows(stream, rows.subList(2, 4));
    }

    @Test
    void aRefusedBatchKeepsNoRows() {
        StreamId stream = newStream();
        storage.events()
                .append(batch(stream, 0, "a").withPerson(1, "a@example.org").build());

        assertRefused(
                StandardError.STREAM_MOVED,
                () -> storage.events()
                        .append(new Batch(
                                stream, 0, seal(0, HashChain.GENESIS, "b"), List.of(), RandomRows.ordered(1))));
        assertRefused(
                StandardError.PARTICIPANT_EXISTS,
                () -> storage.events()
                        .append(new Batch(
                                stream,
                                1,
                                List.of(),
                                List.of(new Person(new ParticipantId(9), "a@example.org", Optional.empty(), NOON)),
                                RandomRows.ordered(1))));

        assertRows(stream, List.of());
    }

    @Test
    void rowsOfOneKindAreHandedOverInTheirOrder() {
        StreamId stream = newStream();
        List<ResultRow> rows = RandomRows.ordered(3);
        storage.events().append(new Batch(stream, 0, List.of(), List.of(), shuffled(rows, 3)));

        storage.results().ifPresent(results -> {
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
    void replacingRowsLeavesOtherStreamsAndPersonalData() {
        if (storage.results().isEmpty()) {
            return;
        }
        StreamId stream = newStream();
        StreamId other = storage.streams().open(game("other"), List.of(), RandomRows.ordered(3));
        storage.events()
                .append(batch(stream, 0)
                        .withPerson(2, "two@example.org")
                        .withPerson(77, "unseen@example.org")
                        .build());
        storage.events().append(new Batch(stream, 0, List.of(), List.of(), RandomRows.ordered(1)));
        List<Person> persons = storage.persons().list(stream);
        List<ResultRow> expected = RandomRows.ordered(2);
        ResultTables results = storage.results().orElseThrow();

        results.replace(stream, shuffled(expected, 2));

        assertRows(stream, expected);
        assertThat(storage.persons().list(stream)).isEqualTo(persons);

        results.replace(stream, List.of());

        assertRows(stream, List.of());
        assertRows(other, RandomRows.ordered(3));
        assertThat(storage.persons().list(stream)).isEqualTo(persons);
    }

    @Test
    void aPersonAndTheirRowAreIndependent() {
        StreamId stream = newStream();
        PlayerRow row =
                new PlayerRow(new ParticipantId(1), 1, -1, true, true, Long.MIN_VALUE, 0, 0, 0, 0, Optional.empty(), 2);

        storage.events().append(new Batch(stream, 0, List.of(), List.of(), List.of(row)));
        assertThat(storage.persons().list(stream)).isEmpty();
        storage.events().append(batch(stream, 0).withPerson(1, "a@example.org").build());

        assertThat(storage.persons().list(stream)).hasSize(1);
        assertRows(stream, List.of(row));
    }

    // Several instances, closing

    @Test
    void aSnapshotIsOfOneInstant() {
        if (!capabilities().contains(Capability.SNAPSHOTS_OF_ONE_INSTANT)) {
            return;
        }
        StreamId stream = newStream();
        append(stream, 0, seal(0, HashChain.GENESIS, "before"));

        storage.snapshot(still -> {
            assertThat(still.events().last(stream)).isOne();
            append(stream, 1, seal(1, HashChain.GENESIS, "meanwhile"));
            assertThat(still.events().read(stream, 0)).hasSize(1);
            assertThat(still.streams().list()).hasSize(1);
            assertRefused(
                    StandardError.UNSUPPORTED,
                    () -> still.events().append(batch(stream, 1, "x").build()));
            return true;
        });

        assertThat(storage.events().last(stream)).isEqualTo(2);
    }

    @Test
    void everyTableCanBeReadAndWrittenAsItIs() {
        assertThat(storage.tables().isPresent()).isEqualTo(capabilities().contains(Capability.PLAIN_TABLES));
        storage.tables().ifPresent(tables -> {
            StreamId stream = newStream();
            storage.events()
                    .append(new Batch(
                            stream,
                            0,
                            seal(0, HashChain.GENESIS, "a", "b"),
                            List.of(new Person(new ParticipantId(9), "secret@x", Optional.empty(), NOON)),
                            RandomRows.ordered(5)));
            List<ResultRow> rows = storage.results().orElseThrow().read(stream);
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

            assertThat(storage.results().orElseThrow().read(stream)).isEqualTo(rows);
            assertThat(storage.persons().find(stream, "secret@x")).isPresent();
            assertThat(newStream().value()).isGreaterThan(stream.value());
            appendTexts(stream, "c");
            assertThat(tables.wipe(stream)).isPositive();
            assertThat(storage.streams().find(stream)).isEmpty();
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
    void everythingIsThereAfterReopening() {
        StreamId stream = storage.streams().open(game("pd"), seal(0, HashChain.GENESIS, "a"), RandomRows.ordered(1));
        storage.events()
                .append(batch(stream, 1, "b").withPerson(1, "a@example.org").build());
        storage.snapshots().save(stream, snapshot(2, 1));
        Administrator ada = storage.accounts().createAdministrator("ada@example.org", "$argon2id$a");
        Session session = new Session(
                "a".repeat(64),
                NOON,
                NOON.plusSeconds(60),
                Optional.of(ada.id()),
                Optional.empty(),
                Optional.empty(),
                "");
        storage.accounts().createSession(session);
        List<RecordedEvent> events = storage.events().read(stream, 0);
        List<Person> persons = storage.persons().list(stream);
        Optional<List<ResultRow>> rows = storage.results().map(results -> results.read(stream));
        storage.close();

        storage = opened(reopen());

        assertThat(storage.streams().list()).containsExactly(new OpenedStream(stream, game("pd")));
        assertThat(storage.events().read(stream, 0)).hasSize(2).isEqualTo(events);
        assertThat(storage.persons().list(stream)).hasSize(1).isEqualTo(persons);
        assertThat(storage.snapshots().latest(stream, 2)).contains(snapshot(2, 1));
        assertThat(storage.accounts().findAdministrator(ada.id())).contains(ada);
        assertThat(storage.accounts().findSession("a".repeat(64))).contains(session);
        assertThat(storage.results().map(results -> results.read(stream))).isEqualTo(rows);
    }

    @Test
    void twoInstancesSeeEachOther() {
        Storage second = opened(reopen());
        StreamId stream = newStream();
        appendTexts(stream, "a");

        assertThat(second.events().last(stream)).isEqualTo(1);
        second.events().append(batch(stream, 1, "b").build());
        assertRefused(
                StandardError.STREAM_MOVED,
                () -> storage.events().append(batch(stream, 1, "late").build()));

        assertThat(storage.events().read(stream, 0))
                .extracting(RecordedEvent::contents)
                .containsExactly("a", "b");
        assertRefused(StandardError.EXPERIMENT_EXISTS, () -> {
            storage.streams().open(game("same"), List.of(), List.of());
            second.streams().open(game("same"), List.of(), List.of());
        });
    }

    @Test
    void writersOfTwoInstancesHaveOneWinnerForEachSequence() throws Exception {
        Storage second = opened(reopen());
        StreamId stream = newStream();

        assertOneWinnerEach(stream, List.of(storage, second));
    }

    @Test
    void aClosedStorageRefuses() {
        StreamId stream = newStream();
        StreamStore streams = storage.streams();
        EventLog events = storage.events();
        SnapshotStore snapshots = storage.snapshots();
        PersonStore persons = storage.persons();
        AccountStore accounts = storage.accounts();
        Optional<ResultTables> results = storage.results();
        Session session =
                new Session("a".repeat(64), NOON, NOON, Optional.empty(), Optional.empty(), Optional.empty(), "");

        storage.close();
        storage.close();

        List<ThrowingCallable> calls = new ArrayList<>(List.of(
                () -> storage.streams(),
                () -> storage.events(),
                () -> storage.snapshots(),
                () -> storage.persons(),
                () -> storage.accounts(),
                () -> storage.access(),
                () -> storage.results(),
                () -> storage.displayName(),
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
    void closingWaitsForWritersWhoseWorkIsThenKept() throws Exception {
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
            storage.close();
            for (Future<?> writer : writers) {
                writer.get(60, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(opened(reopen()).streams().list())
                .extracting(OpenedStream::id)
                .containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void theDisplayNameIsShort() {
        assertThat(storage.displayName()).isNotBlank().hasSizeLessThan(200).doesNotContain("/");
    }

    private Storage opened(Storage newStorage) {
        opened.add(newStorage);
        return newStorage;
    }

    private StreamId newStream() {
        return storage.streams().open(adaptive("x"), List.of(), List.of());
    }

    private static StreamHeader adaptive(String id) {
        return header(Protocol.ADAPTIVE, id);
    }

    private static StreamHeader game(String id) {
        return header(Protocol.GAME, id);
    }

    private static StreamHeader header(Protocol protocol, String id) {
        return new StreamHeader(
                protocol, new ExperimentId(id), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static NewEvent event(String contents) {
        return new NewEvent(NOON, "tell", 1, contents, Optional.empty());
    }

    private static List<RecordedEvent> seal(long last, String lastHash, String... contents) {
        List<NewEvent> events = new ArrayList<>();
        for (String each : contents) {
            events.add(event(each));
        }
        return HashChain.seal(last, lastHash, events);
    }

    private static Snapshot snapshot(long sequence, int version) {
        return new Snapshot(sequence, NOON, version, "e".repeat(64), new byte[] {0, (byte) version, -1, 127, -128});
    }

    private void append(StreamId stream, long expectedLast, List<RecordedEvent> events) {
        storage.events().append(new Batch(stream, expectedLast, events, List.of(), List.of()));
    }

    private void appendTexts(StreamId stream, String... contents) {
        long last = storage.events().last(stream);
        append(stream, last, seal(last, HashChain.GENESIS, contents));
    }

    private static BatchBuilder batch(StreamId stream, long expectedLast, String... contents) {
        return new BatchBuilder(stream, expectedLast, seal(expectedLast, HashChain.GENESIS, contents));
    }

    private static List<ResultRow> shuffled(List<ResultRow> rows, long seed) {
        List<ResultRow> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    private void assertRows(StreamId stream, List<ResultRow> expected) {
        storage.results().ifPresent(results -> assertThat(results.read(stream)).isEqualTo(expected));
    }

    /** Lets writers who know the end of the log add to it at the same time, again and again. */
    private void assertOneWinnerEach(StreamId stream, List<Storage> instances) throws Exception {
        int target = 40;
        List<Integer> wins = race(6, writer -> {
            EventLog log = instances.get(writer % instances.size()).events();
            int won = 0;
            for (long last = log.last(stream); last < target; last = log.last(stream)) {
                Batch batch = batch(stream, last, "by " + writer).build();
                if (attempt(StandardError.STREAM_MOVED, () -> log.append(batch))) {
                    won++;
                }
            }
            return won;
        });

        assertThat(wins.stream().mapToInt(Integer::intValue).sum()).isEqualTo(target);
        assertThat(storage.events().read(stream, 0))
                .extracting(RecordedEvent::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, target).boxed().toList());
    }

    private interface Racer<T> {
        T run(int number) throws Exception;
    }

    private static <T> List<T> race(int racers, Racer<T> racer) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(racers);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < racers; i++) {
                int number = i;
                Callable<T> run = () -> {
                    start.await();
                    return racer.run(number);
                };
                running.add(pool.submit(run));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> each : running) {
                results.add(each.get(120, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    /** Tells whether something was done, or refused for the expected reason; any other error is thrown. */
    private static boolean attempt(ErrorCode expected, Runnable action) {
        try {
            action.run();
            return true;
        } catch (AepsychException e) {
            if (e.code() != expected) {
                throw e;
            }
            return false;
        }
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable call) {
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(call)
                .extracting(AepsychException::code)
                .isEqualTo(code);
    }

    private static void keepsSecrets(Throwable refusal) {
        StringWriter trace = new StringWriter();
        refusal.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).contains("AepsychException").doesNotContain("secret@", "argon2id");
    }

    private static final class BatchBuilder {
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
