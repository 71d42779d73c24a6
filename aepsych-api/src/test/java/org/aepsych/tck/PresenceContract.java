package org.aepsych.tck;

import static org.aepsych.tck.StorageSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.PresenceStore;
import org.aepsych.api.storage.PresenceStore.Seen;
import org.junit.jupiter.api.Test;

/** When participants were last heard of, by whichever server. */
interface PresenceContract extends StorageUnderTest {
    @Test
    default void theLatestSignOfLifeIsKeptWhicheverServerHeardIt() {
        if (storage().presence().isEmpty()) {
            return;
        }
        StreamId stream = newStream();
        PresenceStore one = storage().presence().orElseThrow();
        PresenceStore other = another().presence().orElseThrow();
        Seen early = new Seen(stream, new ParticipantId(1), NOON);
        Seen late = new Seen(stream, new ParticipantId(1), NOON.plusSeconds(5));
        Seen somebody = new Seen(newStream(), new ParticipantId(2), NOON.plusSeconds(1));

        one.put(List.of());
        other.put(List.of(somebody, late));
        one.put(List.of(early));

        assertThat(one.since(NOON)).containsExactlyInAnyOrder(late, somebody);
        assertThat(other.since(NOON.plusSeconds(5))).containsExactly(late);
    }
}
