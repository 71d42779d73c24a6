package org.aepsych.api.strategy;

import java.util.Map;
import org.aepsych.api.space.Value;

/**
 * What a client wants to be presented next.
 *
 * @param round 0-based number of this ask within the session; addresses the randomness
 * @param points how many presentations are wanted, at least 1
 * @param fixed values at which parameters are held, by name, in raw units
 */
public record AskRequest(int round, int points, Map<String, Value> fixed) {
    /** Copies the map and checks the numbers. */
    public AskRequest {
        fixed = Map.copyOf(fixed);
        if (round < 0 || points < 1) {
            throw new IllegalArgumentException("round is from 0 and points from 1: " + round + ", " + points);
        }
    }

    /**
     * A request for one presentation without held parameters.
     *
     * @param round 0-based number of this ask within the session
     * @return the request
     */
    public static AskRequest of(int round) {
        return new AskRequest(round, 1, Map.of());
    }
}
