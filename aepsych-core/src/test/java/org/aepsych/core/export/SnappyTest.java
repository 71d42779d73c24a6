package org.aepsych.core.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xerial.snappy.Snappy;

class SnappyTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 59, 60, 61, 255, 256, 257, 65_535, 65_536, 65_537, 300_000})
    void snappyItselfReadsWhatWasCompressed(int length) throws IOException {
        for (int variety : new int[] {1, 2, 200}) {
            byte[] bytes = new byte[length];
            Random random = new Random(length + variety);
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) random.nextInt(variety);
            }

            byte[] compressed = org.aepsych.core.export.Snappy.compress(bytes);

            assertThat(Snappy.uncompress(compressed)).isEqualTo(bytes);
        }
    }
}
