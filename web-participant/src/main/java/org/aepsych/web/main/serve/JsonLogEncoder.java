package org.aepsych.web.main.serve;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.aepsych.core.json.Json;
import org.slf4j.event.KeyValuePair;

/**
 * Writes each message as one JSON object on a line: {@code time}, {@code level}, {@code logger}, {@code thread},
 * {@code message}, {@code request} if one is being answered, {@code error} with the stack, and what else the message says by
 * name.
 */
final class JsonLogEncoder extends EncoderBase<ILoggingEvent> {
    private static final byte[] NOTHING = {};

    private final ThrowableProxyConverter stacks = new ThrowableProxyConverter();

    @Override
    public void start() {
        stacks.start();
        super.start();
    }

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        Map<String, Json> line = new LinkedHashMap<>();
        line.put("time", Json.of(Instant.ofEpochMilli(event.getTimeStamp()).toString()));
        line.put("level", Json.of(event.getLevel().toString()));
        line.put("logger", Json.of(event.getLoggerName()));
        line.put("thread", Json.of(event.getThreadName()));
        line.put("message", Json.of(event.getFormattedMessage()));
        event.getMDCPropertyMap().forEach((name, value) -> line.put(name, Json.of(value)));
        if (event.getKeyValuePairs() != null) {
            for (KeyValuePair pair : event.getKeyValuePairs()) {
                line.put(pair.key, value(pair.value));
            }
        }
        if (event.getThrowableProxy() != null) {
            line.put("error", Json.of(stacks.convert(event).strip()));
        }
        return (new Json.Obj(line).text() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Json value(Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return Json.of(((Number) value).longValue());
        }
        return value instanceof Boolean flag ? Json.of(flag) : Json.of(String.valueOf(value));
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }
}
