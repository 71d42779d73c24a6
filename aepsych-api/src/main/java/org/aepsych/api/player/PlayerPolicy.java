package org.aepsych.api.player;

import java.util.random.RandomGenerator;
import org.aepsych.api.game.Mixture;

/**
 * How a simulated participant plays. It keeps nothing between calls: the same situation and the same state of the
 * generator give the same mixture, so that what it played can be verified later. Thread-safe.
 */
@FunctionalInterface
public interface PlayerPolicy {
    /**
     * Chooses what to play.
     *
     * @param situation what the participant may see
     * @param random chance, addressed by experiment, participant, round and game
     * @return a weight for each of the participant's own actions, with denominators of at most 10¹⁸; small ones keep
     *     the exact sums of large experiments small
     */
    Mixture play(PlayerSituation situation, RandomGenerator random);
}
