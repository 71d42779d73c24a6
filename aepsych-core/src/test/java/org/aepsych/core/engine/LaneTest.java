package org.aepsych.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
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
import org.aepsych.api.storage.ResultRow.ConfigRow;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamHeader;
import org.aepsych.core.testing.OnEveryStorage;
import org.aepsych.core.testing.StorageForTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEveryStorage
class LaneTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Storage storage = StorageForTests.forTest();
    private final ExecutorService executor = Executors.newFixedThreadPool(4);
    private final Engine<Long, Long> engine =
            new Engine<>(new CountingProtocol(), storage, InstantSource.fixed(NOON), executor);

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void anAnswerComesWhenItsEventsAreInTheLog() {
        Lane<Long, Long> lane = open(5);

        assertThat(lane.submit(add(7)).join()).isEqualTo(12);
        assertThat(log(lane.stream())).extracting(RecordedEvent::contents).containsExactly("5", "7");
        assertThat(storage.results().orElseThrow().read(lane.stream()))
                .containsExactly(new ConfigRow(1, NOON, "5"), new ConfigRow(2, NOON, "12"));
    }

    @Test
    void aListenerThatFailsChangesNothingThatWasRecordedAndKeepsNobodyElseFromHearing() {
        Lane<Long, Long> lane = open(0);
        List<Long> heard = new CopyOnWriteArrayList<>();
        engine.onCommit((stream, last) -> {
            throw new AepsychException(StandardError.STREAM_MOVED, "a fault of the listener");
        });
        engine.onCommit((stream, last) -> heard.add(last));

        assertThat(lane.submit(add(7)).join()).isEqualTo(7);
        assertThat(lane.submit(add(2)).join()).isEqualTo(9);
        assertThat(log(lane.stream())).extracting(RecordedEvent::contents).containsExactly("0", "7", "2");
        assertThat(lane.read(state -> state).join()).isEqualTo(9);
        assertThat(heard).containsExactly(2L, 3L);
    }

    @Test
    void commandsOfManyThreadsAreDecidedOneAfterTheOther() {
        Lane<Long, Long> lane = open(0);
        List<CompletableFuture<Long>> answers = LongStream.rangeClosed(1, 500)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> add(1)).thenCompose(lane::submit))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 500).boxed().toList());
        assertThat(log(lane.stream())).hasSize(501);
    }

    @Test
    void aRefusedCommandHarmsNoneOfItsNeighbours() {
        Lane<Long, Long> lane = open(0);
        CompletableFuture<Long> first = lane.submit(add(1));
        CompletableFuture<Long> refused = lane.submit((state, now) -> {
            throw new AepsychException(StandardError.ROUND_CLOSED, "too late");
        });
        CompletableFuture<Long> broken = lane.submit((state, now) -> {
            throw new IllegalStateException("a fault");
        });
        CompletableFuture<Long> last = lane.submit(add(2));

        assertThat(first.join()).isEqualTo(1);
        assertThat(last.join()).isEqualTo(3);
        assertThat(codeOf(refused)).isEqualTo(StandardError.ROUND_CLOSED);
        assertThat(codeOf(broken)).isEqualTo(StandardError.INTERNAL_ERROR);
        assertThat(log(lane.stream())).hasSize(3);
    }

    @Test
    void aClashWithWhatIsStoredIsTheFaultOfOneCommandOnly() {
        Lane<Long, Long> lane = open(0);
        lane.submit(enroll(1)).join();
        CountDownLatch queued = new CountDownLatch(1);
        CompletableFuture<Long> holdingUp = lane.submit((state, now) -> {
            awaitUninterruptibly(queued);
            return Decision.nothing(same -> same);
        });
        CompletableFuture<Long> first = lane.submit(add(10));
        CompletableFuture<Long> clashing = lane.submit(enroll(1));
        CompletableFuture<Long> last = lane.submit(enroll(2));
        queued.countDown();

        assertThat(holdingUp.join()).isEqualTo(1);
        assertThat(first.join()).isEqualTo(11);
        assertThat(codeOf(clashing)).isEqualTo(StandardError.PARTICIPANT_EXISTS);
        assertThat(last.join()).isEqualTo(12);
        assertThat(log(lane.stream())).hasSize(4);
    }

    @Test
    void aWriterThatIsBehindFoldsWhatItMissedAndDecidesAgain() {
        Lane<Long, Long> lane = open(1);
        lane.submit(add(1)).join();
        writtenElsewhere(lane.stream(), 10);

        assertThat(lane.submit(add(1)).join()).isEqualTo(13);
        assertThat(log(lane.stream())).extracting(RecordedEvent::sequence).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void anotherEngineOnTheSameStorageGoesOnWhereTheFirstStopped() {
        Lane<Long, Long> lane = open(4);
        lane.submit(add(5)).join();
        Engine<Long, Long> restarted =
                new Engine<>(new CountingProtocol(), storage, InstantSource.fixed(NOON), executor);

        assertThat(restarted.lane(lane.stream()).read(state -> state).join()).isEqualTo(9);
    }

    @Test
    void listenersHearOfWhatIsDurableOnly() {
        List<Long> heard = new CopyOnWriteArrayList<>();
        engine.onCommit((stream, last) -> heard.add(last));
        Lane<Long, Long> lane = open(1);
        lane.read(state -> state).join();
        lane.submit(add(1)).join();
        lane.read(state -> state).join();

        assertThat(heard).containsExactly(1L, 2L);
    }

    @Test
    void aLaneRefusesToWorkOnAnAlteredLog() {
        Lane<Long, Long> lane = open(1);
        RecordedEvent honest = HashChain.seal(1, log(lane.stream()).get(0).hash(), List.of(encoded(2)))
                .get(0);
        RecordedEvent forged = new RecordedEvent(2, encoded(3), honest.hash());
        storage.events().append(new Batch(lane.stream(), 1, List.of(forged), List.of(), List.of()));

        assertThat(codeOf(lane.submit(add(1)))).isEqualTo(StandardError.LOG_TAMPERED);
    }

    @Test
    void aClosedExecutorFailsTheCommand() {
        Lane<Long, Long> lane = open(1);
        executor.shutdownNow();

        assertThat(codeOf(lane.submit(add(1)))).isEqualTo(StandardError.CLOSED);
    }

    private Lane<Long, Long> open(long first) {
        StreamHeader header = new StreamHeader(
                Protocol.ADAPTIVE,
                new ExperimentId("counting"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return engine.open(header, first, Optional.empty());
    }

    private void writtenElsewhere(StreamId stream, long number) {
        List<RecordedEvent> events = log(stream);
        RecordedEvent last = events.get(events.size() - 1);
        List<RecordedEvent> next = HashChain.seal(last.sequence(), last.hash(), List.of(encoded(number)));
        storage.events().append(new Batch(stream, last.sequence(), next, List.of(), List.of()));
    }

    private static NewEvent encoded(long number) {
        return new CountingProtocol().encode(new EventStamp(NOON, Optional.empty()), number);
    }

    private List<RecordedEvent> log(StreamId stream) {
        return new ArrayList<>(storage.events().read(stream, 0));
    }

    /** Records a 1 and a person who is called by a number. */
    private static Command<Long, Long, Long> enroll(long number) {
        Person person = new Person(new ParticipantId(number), "person " + number, Optional.empty(), NOON);
        return (state, now) -> new Decision<>(List.of(1L), List.of(person), Optional.empty(), after -> after);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Command<Long, Long, Long> add(long number) {
        return (state, now) -> Decision.record(List.of(number), after -> after);
    }

    private static Object codeOf(CompletableFuture<Long> answer) {
        CompletionException failure = catchThrowableOfType(CompletionException.class, answer::join);
        assertThat(failure).hasCauseInstanceOf(AepsychException.class);
        return ((AepsychException) Objects.requireNonNull(failure.getCause())).code();
    }
}
