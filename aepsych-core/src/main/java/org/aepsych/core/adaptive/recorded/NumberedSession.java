package org.aepsych.core.adaptive.recorded;

import org.aepsych.api.experiment.StreamId;

/**
 * A session as clients know it.
 *
 * @param stream the session
 * @param number its {@code strat_id}
 * @param experimentId the experiment it belongs to
 */
public record NumberedSession(StreamId stream, int number, String experimentId) {}
