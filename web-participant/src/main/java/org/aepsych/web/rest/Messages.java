package org.aepsych.web.rest;

import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.history.StreamHistory;
import org.aepsych.web.view.Inputs;
import org.aepsych.web.view.Json;

/** Sends parts of logs, one message in each line. */
final class Messages {
    private static final int MOST = 10_000;
    private static final int USUAL = 1_000;

    private final StreamHistory history;
    private final Json json;

    @Inject
    Messages(StreamHistory history, Json json) {
        this.history = history;
        this.json = json;
    }

    void send(Context context, StreamId stream) {
        long after = number(context, "after", 0, Long.MAX_VALUE);
        int most = (int) number(context, "limit", USUAL, MOST);
        context.contentType("application/x-ndjson")
                .result(history.page(stream, after, most).stream()
                        .map(this::line)
                        .collect(Collectors.joining()));
    }

    private String line(RecordedEvent event) {
        return json.write(new GameDocuments.Message(
                        event.sequence(),
                        event.timestamp(),
                        event.type(),
                        event.version(),
                        json.tree(event.contents()),
                        event.hash()))
                + "\n";
    }

    static long number(Context context, String name, long usual, long most) {
        String text = Inputs.query(context, name);
        if (text.isEmpty()) {
            return usual;
        }
        if (!text.matches("[0-9]{1,18}") || Long.parseLong(text) > most) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    name + ": expected a whole number from 0 to " + most + ", but found \"" + text + "\"");
        }
        return Long.parseLong(text);
    }
}
