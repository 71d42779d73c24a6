package org.aepsych.storage.jdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.aepsych.api.event.HashChain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    @Test
    void textIsAsAepsychWritesIt() {
        assertThat(Times.text(Instant.parse("2026-03-01T02:03:04.5Z"))).isEqualTo("2026-03-01 02:03:04.500000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T02:03:04.000001Z",
                "1969-12-31T23:59:59.999999Z",
                "0000-01-01T00:00:00Z",
                "+12345-01-01T00:00:00Z",
                "-0044-03-15T12:00:00Z"
            })
    void bothFormsComeBackExactly(String text) {
        Instant instant = Instant.parse(text);

        assertThat(Times.instant(Times.text(instant))).isEqualTo(instant);
        assertThat(Times.ofMicros(HashChain.micros(instant))).isEqualTo(instant);
    }
}
