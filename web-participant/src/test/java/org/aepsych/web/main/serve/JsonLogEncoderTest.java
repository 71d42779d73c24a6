package org.aepsych.web.main.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonLogEncoderTest {
    @Test
    void aMessageIsOneLineThatProgramsUnderstand() {
        LoggingEvent event = new LoggingEvent();
        event.setLoggerContext(new LoggerContext());
        event.setInstant(Instant.parse("2026-01-02T03:04:05.678Z"));
        event.setLevel(Level.WARN);
        event.setLoggerName("org.aepsych.web.Example");
        event.setThreadName("lane-1");
        event.setMessage("two\nlines \"quoted\" {}");
        event.setArgumentArray(new Object[] {7});
        event.setMDCPropertyMap(Map.of("request", "a1b2c3-4"));
        event.setKeyValuePairs(List.of(new KeyValuePair("status", 503), new KeyValuePair("route", "/e/{experiment}")));
        event.setThrowableProxy(
                new ch.qos.logback.classic.spi.ThrowableProxy(new IllegalStateException("outer", new Error("inner"))));
        JsonLogEncoder encoder = new JsonLogEncoder();
        encoder.start();

        String line = new String(encoder.encode(event), StandardCharsets.UTF_8);

        assertThat(line).endsWith("}\n").containsOnlyOnce("\n");
        JsonNode read = JsonMapper.shared().readTree(line);
        assertThat(read.required("time").stringValue()).isEqualTo("2026-01-02T03:04:05.678Z");
        assertThat(read.required("level").stringValue()).isEqualTo("WARN");
        assertThat(read.required("logger").stringValue()).isEqualTo("org.aepsych.web.Example");
        assertThat(read.required("thread").stringValue()).isEqualTo("lane-1");
        assertThat(read.required("message").stringValue()).isEqualTo("two\nlines \"quoted\" 7");
        assertThat(read.required("request").stringValue()).isEqualTo("a1b2c3-4");
        assertThat(read.required("status").intValue()).isEqualTo(503);
        assertThat(read.required("route").stringValue()).isEqualTo("/e/{experiment}");
        assertThat(read.required("error").stringValue()).contains("IllegalStateException: outer", "Error: inner");
    }
}
