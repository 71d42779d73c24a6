package org.aepsych.api.number;

/**
 * Sums many rational numbers over one common denominator, and reduces only once at the end; in 64 bits as long as they
 * suffice. Many times faster than adding one by one, and the same number. Not thread-safe.
 */
public final class RationalSum {
    /** Keeps products of two within 62 bits. */
    private static final int HALF_A_LONG = 31;

    private long numerator;
    private long denominator = 1;
    private Rational large = Rational.ZERO;

    /** A sum of nothing. */
    public RationalSum() {}

    /**
     * Adds a number.
     *
     * @param number what to add
     * @return this
     */
    public RationalSum add(Rational number) {
        if (number.signum() == 0) {
            return this;
        }
        if (number.numerator().bitLength() > HALF_A_LONG
                || number.denominator().bitLength() > HALF_A_LONG
                || !addSmall(
                        number.numerator().longValue(), number.denominator().longValue())) {
            large = large.plus(number);
        }
        return this;
    }

    /** Adds within 64 bits; answers false, having changed nothing, if they do not suffice. */
    private boolean addSmall(long above, long below) {
        if (below == denominator) {
            return accept(numerator, above, below);
        }
        long factor = below / gcd(denominator, below);
        if (Math.abs(numerator) > Long.MAX_VALUE / 2 / factor || denominator > Integer.MAX_VALUE / factor) {
            return false;
        }
        long common = denominator * factor;
        return accept(numerator * factor, above * (common / below), common);
    }

    private boolean accept(long left, long right, long common) {
        long sum = left + right;
        if (((left ^ sum) & (right ^ sum)) < 0) {
            return false;
        }
        numerator = sum;
        denominator = common;
        return true;
    }

    private static long gcd(long a, long b) {
        long greater = a;
        long smaller = b;
        while (smaller != 0) {
            long rest = greater % smaller;
            greater = smaller;
            smaller = rest;
        }
        return greater;
    }

    /**
     * Returns the sum.
     *
     * @return exact, in lowest terms
     */
    public Rational value() {
        Rational small = Rational.of(numerator, denominator);
        return large.signum() == 0 ? small : large.plus(small);
    }
}
