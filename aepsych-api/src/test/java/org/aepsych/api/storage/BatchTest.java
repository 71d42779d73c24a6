package org.aepsych.api.storage;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.event.NewEvent;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.StreamId;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final NewEvent EVENT = new NewEvent(Instant.EPOCH, "tell", 1, "{}", Optional.empty());

    @Test
    void eventsFollowWhatTheWriterKnows() {
        List<RecordedEvent> sealed = HashChain.seal(3, HashChain.GENESIS, List.of(EVENT, EVENT));

        assertThatCode(() -> new Batch(new StreamId(1), 3, sealed, List.of(), List.of()))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new Batch(new StreamId(1), 2, sealed, List.of(), List.of()))
                .withMessageContaining("expected 3");
    }
}
