package org.aepsych.tck;

import static org.aepsych.tck.Races.assertOneWinnerEach;
import static org.aepsych.tck.Refusals.assertRefused;
import static org.aepsych.tck.StorageSamples.NOON;
import static org.aepsych.tck.StorageSamples.batch;
import static org.aepsych.tck.StorageSamples.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.event.NewEvent;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.StreamId;
import org.junit.jupiter.api.Test;

/** What is appended is kept as it was given, in its order, once. */
interface LogContract extends StorageUnderTest {
    @Test
    default void sequencesRunFromOneWithoutGaps() {
        StreamId stream = newStream();
        appendTexts(stream, "a", "b");
        appendTexts(stream, "c");

        assertThat(storage().events().read(stream, 0))
                .extracting(RecordedEvent::sequence)
                .containsExactly(1L, 2L, 3L);
        assertThat(storage().events().last(stream)).isEqualTo(3);
    }

    @Test
    default void anUnwrittenStreamIsEmpty() {
        StreamId stream = newStream();

        assertThat(storage().events().last(stream)).isZero();
        assertThat(storage().events().read(stream, 0)).isEmpty();
    }

    @Test
    default void readingBeginsAfterAnEvent() {
        StreamId stream = newStream();
        appendTexts(stream, "a", "b", "c");

        assertThat(storage().events().read(stream, 2))
                .extracting(RecordedEvent::contents)
                .containsExactly("c");
        assertThat(storage().events().read(stream, 3)).isEmpty();
    }

    @Test
    default void streamsDoNotSeeEachOther() {
        StreamId first = newStream();
        StreamId second = newStream();
        appendTexts(first, "a", "b");
        appendTexts(second, "x");

        assertThat(storage().events().read(first, 0))
                .extracting(RecordedEvent::contents)
                .containsExactly("a", "b");
        assertThat(storage().events().read(second, 0))
                .extracting(RecordedEvent::contents)
                .containsExactly("x");
    }

    @Test
    default void theHashIsKeptAsGiven() {
        StreamId stream = newStream();
        List<RecordedEvent> events = List.of(
                new RecordedEvent(1, event("{}"), "f".repeat(64)), new RecordedEvent(2, event("{}"), "0".repeat(64)));

        append(stream, 0, events);

        assertThat(storage().events().read(stream, 0)).isEqualTo(events);
    }

    @Test
    default void aWriterThatIsBehindIsToldAndNothingIsKept() {
        StreamId stream = newStream();
        appendTexts(stream, "a", "b");

        assertRefused(
                StandardError.STREAM_MOVED,
                () -> storage()
                        .events()
                        .append(batch(stream, 1, "late")
                                .withPerson(1, "late@example.org")
                                .build()));

        assertThat(storage().events().read(stream, 0))
                .extracting(RecordedEvent::contents)
                .containsExactly("a", "b");
        assertThat(storage().persons().list(stream)).isEmpty();
    }

    @Test
    default void aWriterThatIsAheadIsToldAndNothingIsKept() {
        StreamId stream = newStream();
        appendTexts(stream, "a");

        assertRefused(
                StandardError.STREAM_MOVED,
                () -> storage().events().append(batch(stream, 5, "early").build()));

        assertThat(storage().events().last(stream)).isEqualTo(1);
    }

    @Test
    default void aWriterWithoutEventsIsAlsoTold() {
        StreamId stream = newStream();
        appendTexts(stream, "a");

        assertRefused(
                StandardError.STREAM_MOVED,
                () -> storage()
                        .events()
                        .append(batch(stream, 0).withPerson(1, "a@example.org").build()));
        storage()
                .events()
                .append(batch(stream, 1).withPerson(1, "a@example.org").build());

        assertThat(storage().persons().list(stream)).hasSize(1);
        assertThat(storage().events().last(stream)).isEqualTo(1);
    }

    @Test
    default void racingWritersHaveOneWinnerForEachSequence() throws Exception {
        StreamId stream = newStream();

        assertOneWinnerEach(stream, List.of(storage()));
    }

    @Test
    default void anUnknownStreamIsNotWrittenTo() {
        StreamId unknown = new StreamId(newStream().value() + 1000);

        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(
                        () -> storage().events().append(batch(unknown, 0, "a").build()));
        assertThat(storage().events().read(unknown, 0)).isEmpty();
        assertThat(storage().events().last(unknown)).isZero();
    }

    @Test
    default void textIsKeptToTheCharacter() {
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

        assertThat(storage().events().read(stream, 0)).isEqualTo(sealed);
    }

    @Test
    default void instantsAreKeptToTheMicrosecond() {
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

        assertThat(storage().events().read(stream, 0)).isEqualTo(sealed);
    }

    @Test
    default void aLongLogIsHandedOverInOrderWhileOthersWrite() {
        StreamId stream = newStream();
        StreamId other = newStream();
        String[] texts = LongStream.rangeClosed(1, 10_000)
                .mapToObj(i -> "{\"i\":" + i + "}")
                .toArray(String[]::new);
        appendTexts(stream, texts);
        AtomicLong last = new AtomicLong();

        storage().events().read(stream, 0, event -> {
            assertThat(event.sequence()).isEqualTo(last.incrementAndGet());
            assertThat(event.contents()).isEqualTo(texts[Math.toIntExact(event.sequence()) - 1]);
            if (event.sequence() % 2000 == 0) {
                appendTexts(other, "meanwhile");
            }
        });

        assertThat(last).hasValue(10_000);
        assertThat(storage().events().last(other)).isEqualTo(5);
    }

    @Test
    default void aReaderThatFailsGetsItsOwnErrorAndReleasesTheStorage() {
        StreamId stream = newStream();
        appendTexts(stream, "a", "b");

        for (int i = 0; i < 50; i++) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> storage().events().read(stream, 0, event -> {
                        throw new IllegalStateException("enough");
                    }))
                    .withMessage("enough");
        }
        appendTexts(stream, "c");

        assertThat(storage().events().last(stream)).isEqualTo(3);
    }
}
