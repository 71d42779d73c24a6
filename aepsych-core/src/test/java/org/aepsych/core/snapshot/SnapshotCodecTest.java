package org.aepsych.core.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.aepsych.api.storage.Snapshot;
import org.aepsych.api.strategy.StateSchema;
import org.junit.jupiter.api.Test;

class SnapshotCodecTest {
    private static final Instant NOW = Instant.parse("2026-01-07T12:00:00Z");

    record Level(double value, List<Double> history, Map<String, Integer> counts, Inner inner) {}

    record Inner(String name) {
        Inner {
            if (name.isEmpty()) {
                throw new IllegalArgumentException("a name is not empty");
            }
        }
    }

    record Stranger(int number) {}

    private static final Level STATE = new Level(0.1, List.of(1.0, -0.0), Map.of("a", 1), new Inner("x"));
    private static final StateSchema SCHEMA = new StateSchema(3, Map.of(1, Level.class, 2, Inner.class));

    private final SnapshotCodec codec = new SnapshotCodec(SCHEMA);

    @Test
    void aStateComesBackAsItWas() {
        Snapshot snapshot = codec.encode(50, NOW, STATE);

        assertThat(snapshot.version()).isEqualTo(3);
        assertThat(snapshot.sequence()).isEqualTo(50);
        assertThat(codec.decode(snapshot)).contains(STATE);
    }

    @Test
    void classesOutsideTheSchemaAreNotWritten() {
        assertThatIllegalArgumentException().isThrownBy(() -> codec.encode(1, NOW, new Stranger(1)));
    }

    @Test
    void anotherVersionIsNoSnapshot() {
        Snapshot snapshot = codec.encode(1, NOW, STATE);
        SnapshotCodec newer = new SnapshotCodec(new StateSchema(4, SCHEMA.classes()));

        assertThat(newer.decode(snapshot)).isEmpty();
        assertThat(newer.decode(new Snapshot(1, NOW, 4, snapshot.sha256(), snapshot.state())))
                .isEmpty();
    }

    @Test
    void aClassThatIsGoneIsNoSnapshot() {
        Snapshot snapshot = codec.encode(1, NOW, STATE);

        assertThat(new SnapshotCodec(new StateSchema(3, Map.of(1, Level.class))).decode(snapshot))
                .isEmpty();
    }

    @Test
    void alteredBytesAreNotEvenDecoded() {
        Snapshot snapshot = codec.encode(1, NOW, STATE);
        byte[] bytes = snapshot.state();
        for (int i = 0; i < bytes.length; i++) {
            byte[] altered = bytes.clone();
            altered[i] ^= 0x10;
            assertThat(codec.decode(new Snapshot(1, NOW, 3, snapshot.sha256(), altered)))
                    .isEmpty();
        }
    }
}
