package org.aepsych.strategies.kernel;

/**
 * The covariance of the latent function of comparisons. A place of d coordinates is a stimulus, with its utility f; one of
 * 2d coordinates is two stimuli, one after the other, with (f(second) − f(first))/√2, so that a probit of it is the
 * probability that the second is preferred (W. Chu and Z. Ghahramani, Preference learning with Gaussian processes, ICML
 * 2005).
 *
 * @param utility covariance of f
 * @param dimension d
 */
record PairDifference(Kernel utility, int dimension) implements Kernel {
    private static final double ROOT_HALF = StrictMath.sqrt(0.5);

    @Override
    public double between(double[] a, int i, double[] b, int j) {
        if (single(a)) {
            return single(b)
                    ? utility.between(a, i, b, j)
                    : ROOT_HALF * (utility.between(a, i, b, j + dimension) - utility.between(a, i, b, j));
        }
        if (single(b)) {
            return ROOT_HALF * (utility.between(a, i + dimension, b, j) - utility.between(a, i, b, j));
        }
        return (utility.between(a, i, b, j)
                        + utility.between(a, i + dimension, b, j + dimension)
                        - utility.between(a, i, b, j + dimension)
                        - utility.between(a, i + dimension, b, j))
                / 2;
    }

    @Override
    public void addGradient(double[] a, int i, double[] b, int j, double weight, double[] out) {
        if (single(a) || single(b)) {
            throw new IllegalArgumentException("trials are comparisons of two stimuli");
        }
        utility.addGradient(a, i, b, j, weight / 2, out);
        utility.addGradient(a, i + dimension, b, j + dimension, weight / 2, out);
        utility.addGradient(a, i, b, j + dimension, -weight / 2, out);
        utility.addGradient(a, i + dimension, b, j, -weight / 2, out);
    }

    @Override
    public void addSlope(double[] a, int i, double[] b, int j, double weight, double[] out) {
        if (single(a)) {
            if (single(b)) {
                utility.addSlope(a, i, b, j, weight, out);
            } else {
                utility.addSlope(a, i, b, j + dimension, ROOT_HALF * weight, out);
                utility.addSlope(a, i, b, j, -ROOT_HALF * weight, out);
            }
        } else if (single(b)) {
            utility.addSlope(a, i + dimension, b, j, ROOT_HALF * weight, out);
            utility.addSlope(a, i, b, j, -ROOT_HALF * weight, out);
        } else {
            utility.addSlope(a, i, b, j, weight / 2, out);
            utility.addSlope(a, i + dimension, b, j + dimension, weight / 2, out);
            utility.addSlope(a, i, b, j + dimension, -weight / 2, out);
            utility.addSlope(a, i + dimension, b, j, -weight / 2, out);
        }
    }

    private boolean single(double[] place) {
        return place.length == dimension;
    }
}
