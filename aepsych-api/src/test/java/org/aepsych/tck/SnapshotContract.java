package org.aepsych.tck;

import static org.aepsych.tck.StorageSamples.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Snapshot;
import org.junit.jupiter.api.Test;

/** States that spare reading a log from its beginning. */
interface SnapshotContract extends StorageUnderTest {
    @Test
    default void theLatestSnapshotUpToAnEventIsFound() {
        StreamId stream = newStream();
        Snapshot at5 = snapshot(5, 1);
        Snapshot at9 = snapshot(9, 2);
        storage().snapshots().save(stream, at9);
        storage().snapshots().save(stream, at5);

        assertThat(storage().snapshots().latest(stream, 4)).isEmpty();
        assertThat(storage().snapshots().latest(stream, 5)).contains(at5);
        assertThat(storage().snapshots().latest(stream, 8)).contains(at5);
        assertThat(storage().snapshots().latest(stream, Long.MAX_VALUE)).contains(at9);
        assertThat(storage().snapshots().latest(newStream(), 9)).isEmpty();
    }

    @Test
    default void aSnapshotReplacesTheOneOfItsSequence() {
        StreamId stream = newStream();
        storage().snapshots().save(stream, snapshot(5, 1));
        storage().snapshots().save(stream, snapshot(5, 2));

        assertThat(storage().snapshots().latest(stream, 5)).contains(snapshot(5, 2));
    }

    @Test
    default void snapshotsOfAStreamAreDeleted() {
        StreamId stream = newStream();
        StreamId other = newStream();
        storage().snapshots().save(stream, snapshot(1, 1));
        storage().snapshots().save(stream, snapshot(2, 1));
        storage().snapshots().save(other, snapshot(1, 1));

        storage().snapshots().deleteAll(stream);

        assertThat(storage().snapshots().latest(stream, 9)).isEmpty();
        assertThat(storage().snapshots().latest(other, 9)).isPresent();
    }
}
