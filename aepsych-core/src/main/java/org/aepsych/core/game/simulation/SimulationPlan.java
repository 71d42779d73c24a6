package org.aepsych.core.game.simulation;

import java.time.Instant;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.player.RolePolicies;

/**
 * What is simulated.
 *
 * @param text the experiment file
 * @param definition what it says
 * @param participants how many register
 * @param policies how they play
 * @param behaviour how they behave in time
 * @param seed everything that is left to chance follows from it
 * @param begin what the virtual clock shows at the start
 */
public record SimulationPlan(
        String text,
        GameDefinition definition,
        int participants,
        RolePolicies policies,
        Behaviour behaviour,
        long seed,
        Instant begin) {
    /** Checks the number. */
    public SimulationPlan {
        if (participants < 1) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID, "participants: expected at least 1, but found " + participants);
        }
    }
}
