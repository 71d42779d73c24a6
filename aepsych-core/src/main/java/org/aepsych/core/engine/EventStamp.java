package org.aepsych.core.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * What every event carries beside its contents.
 *
 * @param timestamp when it happened
 * @param extraInfo JSON text that the client sent along
 */
public record EventStamp(Instant timestamp, Optional<String> extraInfo) {}
