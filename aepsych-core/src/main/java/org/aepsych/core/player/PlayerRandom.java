package org.aepsych.core.player;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Chance for simulated participants, addressed instead of stored: the numbers of the address are absorbed one after the
 * other, each followed by the finalizer of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number
 * generators, OOPSLA 2014, variant 13 of Stafford's mixers), and the result seeds {@code L64X128MixRandom}. This never
 * changes: logs are verified by drawing again.
 */
public final class PlayerRandom {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private PlayerRandom() {}

    /**
     * Returns the generator at an address.
     *
     * @param seed of the run
     * @param address such as participant, round and game
     * @return a fresh generator, the same sequence for every call with the same address
     */
    public static RandomGenerator at(long seed, long... address) {
        return GENERATORS.create(seed(seed, address));
    }

    /**
     * Returns the seed at an address.
     *
     * @param seed of the run
     * @param address such as participant, round and game
     * @return the same for every call with the same address
     */
    public static long seed(long seed, long... address) {
        long state = mix(seed + GOLDEN_GAMMA);
        for (long part : address) {
            state = mix(state + GOLDEN_GAMMA * (part + 1L));
        }
        return state;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
