package org.aepsych.core.aepsych;

import java.time.Instant;
import java.util.Optional;
import org.aepsych.core.json.Json;

/**
 * A message that AEPsych's server recorded.
 *
 * @param number {@code replay_data.unique_id}
 * @param timestamp when it was recorded
 * @param type {@code message_type}
 * @param request the whole request; empty if the server set the experiment up from a file of its own
 * @param extraInfo what the client sent along
 */
public record RecordedMessage(
        long number, Instant timestamp, String type, Optional<Json.Obj> request, Optional<Json> extraInfo) {}
