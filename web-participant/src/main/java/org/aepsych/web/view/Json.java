package org.aepsych.web.view;

import io.javalin.http.Context;
import jakarta.inject.Inject;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes JSON: instants as ISO-8601 in UTC, properties in the order of their record. Thread-safe. */
public final class Json {
    private final JsonMapper mapper = JsonMapper.builder()
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** Builds the mapper. */
    @Inject
    public Json() {}

    /**
     * Writes a value.
     *
     * @param value a record, list or map
     * @return JSON
     */
    public String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    /**
     * Reads JSON of which only the shape matters.
     *
     * @param text JSON
     * @return a value that {@link #write} writes again
     */
    public Object tree(String text) {
        return mapper.readTree(text);
    }

    /**
     * Reads the body of a request.
     *
     * @param context the exchange
     * @param type the record that it must fit
     * @param <T> the same
     * @return the value
     * @throws AepsychException {@code INPUT_INVALID} if it does not fit
     */
    public <T> T read(Context context, Class<T> type) {
        try {
            T value = mapper.readValue(context.body(), type);
            if (value == null) {
                throw new AepsychException(StandardError.INPUT_INVALID, "body: expected a JSON object, but found null");
            }
            return value;
        } catch (JacksonException e) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "body: expected JSON of the documented shape: " + e.getOriginalMessage(),
                    e);
        }
    }

    /**
     * Answers with a value.
     *
     * @param context the exchange
     * @param status HTTP status
     * @param value a record, list or map
     */
    public void send(Context context, int status, Object value) {
        context.status(status).contentType("application/json").result(write(value));
    }
}
