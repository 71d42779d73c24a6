package org.aepsych.core.game.lottery;

/**
 * The numbers of the GNU C library's {@code srandom} and {@code random} with its default state of 128 bytes: an additive
 * feedback generator, {@code r(i) = r(i − 3) + r(i − 31) mod 2³²}, whose lowest bit is dropped. It is fixed here because
 * other C libraries give other numbers for the same seed. Not thread-safe, and not for secrets.
 */
public final class GlibcRandom {
    /** How many different numbers there are: 2³¹. */
    public static final long RANGE = 1L << 31;

    private static final int DEGREE = 31;
    private static final int SEPARATION = 3;
    private static final int DISCARDED = 310;

    /** The last {@value #DEGREE} terms of the sequence, as a ring. */
    private final int[] terms = new int[DEGREE];

    private int oldest;

    /**
     * Seeds a generator.
     *
     * @param seed only its lowest 32 bits count; 0 and 1 are the same
     */
    public GlibcRandom(long seed) {
        int word = (int) seed;
        terms[0] = word == 0 ? 1 : word;
        for (int i = 1; i < DEGREE; i++) {
            terms[i] = minimalStandard(terms[i - 1]);
        }
        // Terms 31 to 33 repeat terms 0 to 2, which moves the feedback's two taps three places on.
        oldest = SEPARATION;
        for (int i = 0; i < DISCARDED; i++) {
            step();
        }
    }

    /** Returns 16807 · x mod 2³¹ − 1 by Schrage's method, with C's signed division as glibc does for negative seeds. */
    private static int minimalStandard(int x) {
        int next = 16_807 * (x % 127_773) - 2_836 * (x / 127_773);
        return next < 0 ? next + Integer.MAX_VALUE : next;
    }

    private int step() {
        int tap = (oldest + DEGREE - SEPARATION) % DEGREE;
        int next = terms[oldest] + terms[tap];
        terms[oldest] = next;
        oldest = (oldest + 1) % DEGREE;
        return next;
    }

    /**
     * Returns the next number.
     *
     * @return 0 to 2³¹ − 1
     */
    public int next() {
        return step() >>> 1;
    }
}
