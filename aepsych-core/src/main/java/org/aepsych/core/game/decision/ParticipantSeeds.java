package org.aepsych.core.game.decision;

import java.util.random.RandomGenerator;

/** Draws what decides a participant's role and the order in which they are shown games and actions. Thread-safe. */
public final class ParticipantSeeds {
    private final RandomGenerator random;

    /**
     * Draws from a generator.
     *
     * @param random thread-safe
     */
    public ParticipantSeeds(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Draws the seed of one participant.
     *
     * @return 1 to 2³¹ − 1, as gamelab draws it; its browsers compute with doubles
     */
    public long next() {
        return 1L + random.nextInt(Integer.MAX_VALUE);
    }
}
