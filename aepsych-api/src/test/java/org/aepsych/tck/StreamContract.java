package org.aepsych.tck;

import static org.aepsych.tck.Races.race;
import static org.aepsych.tck.Refusals.assertRefused;
import static org.aepsych.tck.Refusals.attempt;
import static org.aepsych.tck.StorageSamples.NOON;
import static org.aepsych.tck.StorageSamples.adaptive;
import static org.aepsych.tck.StorageSamples.game;
import static org.aepsych.tck.StorageSamples.seal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.aepsych.api.StandardError;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Batch;
import org.aepsych.api.storage.Person;
import org.aepsych.api.storage.ResultRow;
import org.aepsych.api.storage.ResultRow.ParticipantsCleared;
import org.aepsych.api.storage.ResultRow.PlayerRow;
import org.aepsych.api.storage.StreamHeader;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.junit.jupiter.api.Test;

/** How streams are opened, found and listed. */
interface StreamContract extends StorageUnderTest {
    @Test
    default void anOrderToClearTakesAwayWhatParticipantsDidBeforeItAndNothingElse() {
        StreamId stream = newStream();
        List<ResultRow> rows = RandomRows.ordered(11);
        PlayerRow after = new PlayerRow(new ParticipantId(1), 0, -1, true, false, 5, 0, 0, 0, 0, Optional.empty(), 1);
        storage().events().append(new Batch(stream, 0, List.of(), List.of(), rows));
        storage()
                .events()
                .append(new Batch(
                        stream,
                        0,
                        List.of(),
                        List.of(),
                        List.of(rows.get(rows.size() - 1), new ParticipantsCleared(), after)));

        storage()
                .results()
                .ifPresent(results -> assertThat(results.read(stream))
                        .containsExactlyElementsOf(Stream.concat(
                                        rows.stream().filter(row -> !ParticipantsCleared.covers(row.getClass())),
                                        Stream.of(after))
                                .toList()));
    }

    @Test
    default void aStreamIsFoundWithItsHeader() {
        StreamHeader full = new StreamHeader(
                Protocol.ADAPTIVE,
                new ExperimentId("contrast ß/🧪 'x'"),
                Optional.of("name"),
                Optional.of("line\nline"),
                Optional.of("p-1"),
                Optional.of("{\"a\":\"\\u0000\"}"));
        StreamHeader bare = game("bare");
        StreamId first = storage().streams().open(full, List.of(), List.of());
        StreamId second = storage().streams().open(bare, List.of(), List.of());

        assertThat(storage().streams().find(first)).contains(full);
        assertThat(storage().streams().find(second)).contains(bare);
        assertThat(storage().streams().find(new StreamId(second.value() + 1))).isEmpty();
    }

    @Test
    default void streamsAreListedInTheOrderOfOpening() {
        assertThat(storage().streams().list()).isEmpty();
        List<OpenedStream> expected = new ArrayList<>();
        for (String id : List.of("c", "a", "b")) {
            expected.add(new OpenedStream(storage().streams().open(game(id), List.of(), List.of()), game(id)));
        }

        assertThat(storage().streams().list()).isEqualTo(expected);
        assertThat(expected).extracting(each -> each.id().value()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    default void aStreamOpensWithItsFirstEvents() {
        List<RecordedEvent> events = seal(0, HashChain.GENESIS, "a", "b", "c");

        StreamId stream = storage().streams().open(adaptive("x"), events, List.of());

        assertThat(storage().events().read(stream, 0)).isEqualTo(events);
        assertThat(storage().events().last(stream)).isEqualTo(3);
    }

    @Test
    default void aGameExperimentsIdIsTakenOnce() {
        StreamId first = storage().streams().open(game("pd"), List.of(), List.of());

        assertRefused(
                StandardError.EXPERIMENT_EXISTS,
                () -> storage().streams().open(game("pd"), seal(0, HashChain.GENESIS, "a"), List.of()));

        assertThat(storage().streams().list()).extracting(OpenedStream::id).containsExactly(first);
    }

    @Test
    default void adaptiveSessionsShareAnExperimentId() {
        StreamId first = storage().streams().open(adaptive("contrast"), List.of(), List.of());
        StreamId second = storage().streams().open(adaptive("contrast"), List.of(), List.of());

        assertThat(second.value()).isGreaterThan(first.value());
    }

    @Test
    default void racingOpenersOfOneGameHaveOneWinner() throws Exception {
        List<Boolean> won = race(
                6,
                i -> attempt(
                        StandardError.EXPERIMENT_EXISTS,
                        () -> storage()
                                .streams()
                                .open(game("same"), seal(0, HashChain.GENESIS, "by " + i), List.of())));

        assertThat(won).containsOnlyOnce(true);
        assertThat(storage().streams().list()).hasSize(1);
    }

    /** Clients know a session by its place. */
    @Test
    default void aStreamKeepsItsPlaceInTheListWhileOthersAreOpened() throws Exception {
        List<Map<StreamId, Integer>> places = race(6, opener -> {
            Map<StreamId, Integer> own = new HashMap<>();
            for (int i = 0; i < 8; i++) {
                StreamId stream = storage()
                        .streams()
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
        return storage().streams().list().stream().map(OpenedStream::id).toList();
    }

    @Test
    default void aStreamWithAPastIsOpenedWithItsParticipantsOrNotAtAll() {
        Person ada = new Person(new ParticipantId(7), "ada@example.org", Optional.empty(), NOON);
        Person same = new Person(new ParticipantId(8), "ada@example.org", Optional.empty(), NOON);
        List<RecordedEvent> past = seal(0, HashChain.GENESIS, "a", "b");
        assertRefused(
                StandardError.PARTICIPANT_EXISTS,
                () -> storage().streams().open(game("past"), past, List.of(ada, same), List.of()));

        StreamId stream = storage().streams().open(game("past"), past, List.of(ada), List.of());

        assertThat(storage().streams().list()).extracting(OpenedStream::id).containsExactly(stream);
        assertThat(storage().persons().list(stream)).containsExactly(ada);
        assertThat(storage().events().last(stream)).isEqualTo(2);
    }
}
