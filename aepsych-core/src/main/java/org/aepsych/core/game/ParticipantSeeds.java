package org.aepsych.core.game;

import java.util.random.RandomGenerator;

/** Draws what decides a participant's role and the order in which they are shown games and actions. Thread-safe. */
final class ParticipantSeeds {
    private final RandomGenerator random;

    ParticipantSeeds(RandomGenerator random) {
        this.random = random;
    }

    /** Returns 1 to 2³¹ − 1, as gamelab draws it; its browsers compute with doubles. */
    long next() {
        return 1L + random.nextInt(Integer.MAX_VALUE);
    }
}
