package org.aepsych.core.game.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.event.NewEvent;
import org.aepsych.api.event.RecordedEvent;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events of game experiments as text: JSON objects with the components in a fixed order, exact numbers as strings,
 * instants as ISO 8601. Thread-safe.
 */
public final class GameEventCodec {
    /** The present shape of the contents. */
    public static final int VERSION = 1;

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final GameEventReader reader = new GameEventReader();

    /**
     * Writes an event.
     *
     * @param timestamp when it happened
     * @param extraInfo JSON text that the client sent along
     * @param event the event
     * @return the event for the log
     */
    public NewEvent encode(Instant timestamp, Optional<String> extraInfo, GameEvent event) {
        ObjectNode contents = mapper.createObjectNode();
        String type = event.accept(new GameEventWriter(contents));
        return new NewEvent(timestamp, type, VERSION, mapper.writeValueAsString(contents), extraInfo);
    }

    /**
     * Reads an event.
     *
     * @param recorded the event from the log
     * @return the event
     * @throws AepsychException {@code LOG_TAMPERED} if it is none of a game experiment
     */
    public GameEvent decode(RecordedEvent recorded) {
        if (recorded.version() != VERSION) {
            throw new AepsychException(
                    StandardError.LOG_TAMPERED,
                    "message " + recorded.sequence() + " (" + recorded.type() + ") has version " + recorded.version()
                            + "; this program reads version " + VERSION);
        }
        try {
            JsonNode contents = mapper.readTree(recorded.contents());
            return reader.read(recorded.type(), contents);
        } catch (JacksonException | IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new AepsychException(
                    StandardError.LOG_TAMPERED,
                    "message " + recorded.sequence() + " (" + recorded.type()
                            + ") is not an event of a game experiment: " + e.getMessage(),
                    e);
        }
    }
}
