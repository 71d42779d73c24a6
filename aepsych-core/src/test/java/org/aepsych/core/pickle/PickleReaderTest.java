package org.aepsych.core.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pickles that Python's own {@code pickle} wrote, as {@code NAME HEXADECIMAL} in a resource. */
class PickleReaderTest {
    private static final Map<String, byte[]> CASES = cases();

    private static Map<String, byte[]> cases() {
        try (InputStream in = Objects.requireNonNull(PickleReaderTest.class.getResourceAsStream("/pickle/cases.txt"))) {
            Map<String, byte[]> cases = new LinkedHashMap<>();
            new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .map(line -> line.split(" ", 2))
                    .forEach(both -> cases.put(both[0], HexFormat.of().parseHex(both[1])));
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] pickle(String name) {
        return Objects.requireNonNull(CASES.get(name), name);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void requestsOfEveryProtocolAreRead(int protocol) {
        assertThat(PickleReader.data(pickle("protocol-" + protocol)).text())
                .isEqualTo("{\"type\": \"ask\", \"message\": {\"k\": [1, -70000, 300, 1099511627776, 0.5, null, true,"
                        + " false, \"\\u00e9\"], \"t\": [1, 2], \"s\": [\"xxx\", \"xxx\"]}}");
    }

    @Test
    void arraysAndNumbersOfNumpyAreRead() {
        assertThat(PickleReader.data(pickle("numpy")).text())
                .isEqualTo("{\"a\": [[1.5, 2.0], [3.0, 4.0]], \"i\": 7, \"f\": 0.25, \"b\": [true, false],"
                        + " \"s\": [\"ab\", \"c\"]}");
        assertThat(PickleReader.data(pickle("numpy-fortran")).text()).isEqualTo("[[1, 2, 3], [4, 5, 6]]");
    }

    @Test
    void tensorsOfTorchAreRead() {
        assertThat(PickleReader.data(pickle("tensor")).text()).isEqualTo("{\"x\": [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]}");
    }

    @Test
    void orderedDictsAreDicts() {
        assertThat(PickleReader.data(pickle("ordered-dict")).text()).isEqualTo("{\"a\": 1, \"b\": [2]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hostile-reduce", "hostile-global", "hostile-inst", "hostile-extension", "hostile-chain"})
    void whatWouldRunAProgramIsRefusedAsHostile(String name) {
        assertThatExceptionOfType(PickleException.class)
                .isThrownBy(() -> PickleReader.data(pickle(name)))
                .matches(PickleException::hostile);
    }

    @ParameterizedTest
    @ValueSource(strings = {"loop", "bomb", "deep", "long-text", "tensor-huge", "tensor-outside"})
    void whatNeverEndsOrNeverFitsIsRefused(String name) {
        assertThatExceptionOfType(PickleException.class)
                .isThrownBy(() -> PickleReader.data(pickle(name)))
                .matches(refusal -> !refusal.hostile());
    }

    @Test
    void aConfigurationIsReadFromTheTextsInsideTheObject() {
        assertThat(PickleReader.configuration(pickle("configuration")))
                .containsOnlyKeys("common", "init_strat", "opt_strat", "GPClassificationModel", "SobolGenerator")
                .containsEntry("SobolGenerator", Map.of("n_points", Optional.of("2")));
        assertThatExceptionOfType(PickleException.class)
                .isThrownBy(() -> PickleReader.data(pickle("configuration")))
                .matches(PickleException::hostile);
        assertThatExceptionOfType(PickleException.class)
                .isThrownBy(() -> PickleReader.configuration(pickle("hostile-reduce")))
                .matches(PickleException::hostile);
    }

    @Test
    void damagedPicklesAreRefusedOrReadButNothingElse() {
        SplittableRandom random = new SplittableRandom(2026);
        AtomicInteger refused = new AtomicInteger();
        for (String name : CASES.keySet()) {
            if (pickle(name).length < 2000) {
                for (int i = 0; i < 150; i++) {
                    byte[] damaged = damaged(pickle(name), random);
                    try {
                        assertThat(PickleReader.data(damaged).text()).isNotEmpty();
                    } catch (PickleException e) {
                        assertThat(e.getMessage()).isNotEmpty();
                        refused.incrementAndGet();
                    }
                }
            }
        }
        assertThat(refused).hasValueGreaterThan(300);
    }

    private static byte[] damaged(byte[] pickle, SplittableRandom random) {
        byte[] damaged = java.util.Arrays.copyOf(pickle, pickle.length - random.nextInt(3));
        for (int i = random.nextInt(4); i >= 0; i--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        return damaged;
    }
}
