package org.aepsych.tck;

import static org.aepsych.tck.StorageSamples.adaptive;
import static org.aepsych.tck.StorageSamples.seal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Batch;
import org.aepsych.api.storage.ResultRow;
import org.aepsych.api.storage.Storage;

/** The storage that a contract is about. */
interface StorageUnderTest {
    /** Returns the storage; after it was closed, too. */
    Storage storage();

    /** Opens the data of the storage once more, as another process would; it is closed at the end of the test. */
    Storage another();

    /** Tells whether the storage claims to have a capability. */
    boolean can(StorageTck.Capability capability);

    /** Opens a stream. */
    default StreamId newStream() {
        return storage().streams().open(adaptive("x"), List.of(), List.of());
    }

    default void append(StreamId stream, long expectedLast, List<RecordedEvent> events) {
        storage().events().append(new Batch(stream, expectedLast, events, List.of(), List.of()));
    }

    default void appendTexts(StreamId stream, String... contents) {
        long last = storage().events().last(stream);
        append(stream, last, seal(last, HashChain.GENESIS, contents));
    }

    default void assertRows(StreamId stream, List<ResultRow> expected) {
        storage()
                .results()
                .ifPresent(results -> assertThat(results.read(stream)).isEqualTo(expected));
    }
}
