package org.aepsych.strategies.outcome;

import org.aepsych.strategies.math.Normal;

/**
 * Ordered categories 0 … K − 1 (W. Chu and Z. Ghahramani, Gaussian processes for ordinal regression, JMLR 6, 2005): the
 * latent value plus standard normal noise falls between two of the cut-points c₁ &lt; … &lt; c of K − 1; c₁ is 0, because
 * the mean of the latent function is free.
 */
public final class OrdinalLikelihood implements Likelihood {
    private static final int HALVINGS = 200;

    private final double[] cuts;
    private final int index;

    /**
     * A likelihood.
     *
     * @param increments distances of neighbouring cut-points, above 0, one less than there are cut-points
     * @param index place of the logarithm of the first among the hyper-parameters, the others following, or −1 if they
     *     are none
     */
    public OrdinalLikelihood(double[] increments, int index) {
        this.index = index;
        cuts = new double[increments.length + 1];
        for (int k = 0; k < increments.length; k++) {
            cuts[k + 1] = cuts[k] + increments[k];
        }
    }

    /**
     * Returns the number of categories.
     *
     * @return K, from 2
     */
    public int levels() {
        return cuts.length + 1;
    }

    @Override
    public void moments(double outcome, double mean, double variance, Moments out) {
        double spread = StrictMath.sqrt(1 + variance);
        double low = below(outcome, mean, spread);
        double high = above(outcome, mean, spread);
        double logMass = logBetween(low, high);
        double lowDensity = relativeDensity(low, logMass);
        double highDensity = relativeDensity(high, logMass);
        double slope = (lowDensity - highDensity) / spread;
        double lowMoment = Double.isInfinite(low) ? 0 : low * lowDensity;
        double highMoment = Double.isInfinite(high) ? 0 : high * highDensity;
        double second = (lowMoment - highMoment) / (spread * spread);
        out.set(logMass, slope, slope * slope - second);
    }

    @Override
    public void addGradient(double outcome, double mean, double variance, double weight, double[] out) {
        if (index < 0) {
            return;
        }
        double spread = StrictMath.sqrt(1 + variance);
        double low = below(outcome, mean, spread);
        double high = above(outcome, mean, spread);
        double logMass = logBetween(low, high);
        int level = (int) outcome;
        // A cut-point moves with every increment below it.
        for (int k = 0; k < cuts.length - 1; k++) {
            double moved = 0;
            if (k + 1 <= level) {
                moved += k + 1 <= level - 1 ? -relativeDensity(low, logMass) : 0;
                moved += level < cuts.length ? relativeDensity(high, logMass) : 0;
            }
            out[index + k] += weight * moved * (cuts[k + 1] - cuts[k]) / spread;
        }
    }

    /** Returns the probability of a category. */
    double probability(int level, double mean, double variance) {
        double spread = StrictMath.sqrt(1 + variance);
        return StrictMath.exp(logBetween(below(level, mean, spread), above(level, mean, spread)));
    }

    @Override
    public double expected(double mean, double variance) {
        double spread = StrictMath.sqrt(1 + variance);
        double sum = 0;
        for (double cut : cuts) {
            sum += Normal.cdf((mean - cut) / spread);
        }
        return sum;
    }

    @Override
    public double information(double mean, double variance) {
        Moments moments = new Moments();
        double sum = 0;
        for (int level = 0; level < levels(); level++) {
            moments(level, mean, 0, moments);
            sum += probability(level, mean, variance) * moments.curvature();
        }
        return sum;
    }

    @Override
    public double latent(double expected) {
        if (!(expected > 0 && expected < cuts.length)) {
            throw new IllegalArgumentException(
                    "an expected category lies between 0 and " + cuts.length + ", but is " + expected);
        }
        double low = -40;
        double high = cuts[cuts.length - 1] + 40;
        for (int i = 0; i < HALVINGS && high - low > 1e-14; i++) {
            double middle = (low + high) / 2;
            if (expected(middle, 0) < expected) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private double below(double outcome, double mean, double spread) {
        int level = (int) outcome;
        return level == 0 ? Double.NEGATIVE_INFINITY : (cuts[level - 1] - mean) / spread;
    }

    private double above(double outcome, double mean, double spread) {
        int level = (int) outcome;
        return level == cuts.length ? Double.POSITIVE_INFINITY : (cuts[level] - mean) / spread;
    }

    /** Returns φ(z) relative to a probability, which may be far below the smallest number. */
    private static double relativeDensity(double z, double logMass) {
        return Double.isInfinite(z) ? 0 : StrictMath.exp(Normal.logDensity(z) - logMass);
    }

    /** Returns ln(Φ(high) − Φ(low)), on the side where neither is near 1. */
    private static double logBetween(double low, double high) {
        if (low > 0) {
            return logBetween(-high, -low);
        }
        if (low == Double.NEGATIVE_INFINITY) {
            return high == Double.POSITIVE_INFINITY ? 0 : Normal.logCdf(high);
        }
        if (high == Double.POSITIVE_INFINITY) {
            return Normal.logCdf(-low);
        }
        double logHigh = Normal.logCdf(high);
        return logHigh + StrictMath.log(-StrictMath.expm1(Normal.logCdf(low) - logHigh));
    }
}
