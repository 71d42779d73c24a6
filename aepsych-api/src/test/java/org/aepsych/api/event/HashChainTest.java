package org.aepsych.api.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HashChainTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");
    private static final NewEvent ASK = new NewEvent(NOON, "ask", 1, "{\"x\":1}", Optional.empty());

    /** Computed by another program (Python's hashlib over the documented bytes), so that the form cannot drift. */
    @Test
    void theFormIsFixed() {
        assertThat(HashChain.next(HashChain.GENESIS, 1, ASK))
                .isEqualTo("f2a5d0bb5dbd38669c90db509580e35166d32e4357fdaea5d3938368d5f5cb6f");
    }

    @Test
    void everyColumnCounts() {
        List<String> hashes = List.of(
                HashChain.next(HashChain.GENESIS, 1, ASK),
                HashChain.next("1".repeat(64), 1, ASK),
                HashChain.next(HashChain.GENESIS, 2, ASK),
                HashChain.next(HashChain.GENESIS, 1, with(NOON.plusNanos(1_000), "ask", 1, "{\"x\":1}", null)),
                HashChain.next(HashChain.GENESIS, 1, with(NOON, "tell", 1, "{\"x\":1}", null)),
                HashChain.next(HashChain.GENESIS, 1, with(NOON, "ask", 2, "{\"x\":1}", null)),
                HashChain.next(HashChain.GENESIS, 1, with(NOON, "ask", 1, "{\"x\":2}", null)),
                HashChain.next(HashChain.GENESIS, 1, with(NOON, "ask", 1, "{\"x\":1}", "")),
                HashChain.next(HashChain.GENESIS, 1, with(NOON, "ask", 1, "{\"x\":1}", "{}")));

        assertThat(Set.copyOf(hashes)).hasSize(hashes.size());
    }

    @Test
    void textCannotMoveFromOneColumnToTheNext() {
        assertThat(HashChain.next(HashChain.GENESIS, 1, with(NOON, "ab", 1, "c", null)))
                .isNotEqualTo(HashChain.next(HashChain.GENESIS, 1, with(NOON, "a", 1, "bc", null)));
    }

    @Test
    void sealingNumbersAndChains() {
        List<RecordedEvent> sealed = HashChain.seal(4, "a".repeat(64), List.of(ASK, ASK));

        assertThat(sealed.stream().map(RecordedEvent::sequence)).containsExactly(5L, 6L);
        assertThat(sealed.get(1).hash()).isEqualTo(HashChain.next(sealed.get(0).hash(), 6, ASK));
        assertThat(sealed.stream().map(RecordedEvent::hash).collect(Collectors.toSet()))
                .hasSize(2);
    }

    @Test
    void timesAreCutToMicroseconds() {
        NewEvent event = with(Instant.parse("2026-11-22T12:00:00.123456789Z"), "ask", 1, "{}", null);

        assertThat(event.timestamp()).isEqualTo(NOON);
        assertThat(HashChain.micros(Instant.parse("1969-12-31T23:59:59.999999Z")))
                .isEqualTo(-1);
    }

    private static NewEvent with(Instant at, String type, int version, String contents, @Nullable String extra) {
        return new NewEvent(at, type, version, contents, Optional.ofNullable(extra));
    }
}
