package org.aepsych.web.bots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void percentilesAreByNearestRank() {
        Latencies latencies = new Latencies();
        for (int millis = 2000; millis >= 1; millis--) {
            latencies.add(Duration.ofMillis(millis).toNanos());
        }

        assertThat(latencies.percentile(50)).isEqualTo(Duration.ofSeconds(1));
        assertThat(latencies.percentile(99)).isEqualTo(Duration.ofMillis(1980));
        assertThat(latencies.percentile(100)).isEqualTo(Duration.ofSeconds(2));
        assertThat(latencies.percentile(0)).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void nothingMeasuredIsZero() {
        assertThat(new Latencies().percentile(99)).isZero();
    }
}
