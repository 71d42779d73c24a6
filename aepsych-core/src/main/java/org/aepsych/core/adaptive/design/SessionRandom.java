package org.aepsych.core.adaptive.design;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The randomness of a session, addressed by step and round. Each address has a seed of its own: the session's seed, the
 * step and the round are absorbed one after the other, each followed by the finalizer of SplitMix64 (Steele, Lea, Flood:
 * Fast splittable pseudorandom number generators, OOPSLA 2014, variant 13 of Stafford's mixers), and the result seeds
 * {@code L64X128MixRandom}. This never changes: logs are verified by drawing again.
 */
public final class SessionRandom {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private SessionRandom() {}

    /**
     * Returns the generator at an address.
     *
     * @param seed the session's seed
     * @param step 0-based step of the sequence
     * @param round 0-based ask within the session, or −1 for the making of the step's strategy
     * @return a fresh generator, the same sequence for every call with the same address
     */
    public static RandomGenerator at(long seed, int step, int round) {
        return GENERATORS.create(mixed(seed, step, round));
    }

    static long mixed(long seed, int step, int round) {
        long state = mix(seed + GOLDEN_GAMMA);
        state = mix(state + GOLDEN_GAMMA * (step + 1L));
        return mix(state + GOLDEN_GAMMA * (round + 2L));
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
