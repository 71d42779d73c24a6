package org.aepsych.strategies.kernel;

/**
 * The covariance of k(context) (intensity + c(context)) for independent Gaussian processes k, the slope, and c, the offset
 * (S. Keeley, B. Letham, C. Sanders, C. Tymms and M. Shvartsman, A semi-parametric model for decision making in
 * high-dimensional sensory discrimination tasks, AAAI 2023). The product is not Gaussian; these are its exact moments.
 *
 * @param slope covariance of k
 * @param offset covariance of c
 * @param slopeMean prior mean of k
 * @param offsetMean prior mean of c
 * @param intensity which coordinate of a place is the intensity
 */
public record SlopeOffset(Kernel slope, Kernel offset, double slopeMean, double offsetMean, int intensity)
        implements Kernel {
    @Override
    public double between(double[] a, int i, double[] b, int j) {
        double slopes = slope.between(a, i, b, j);
        double offsets = offset.between(a, i, b, j);
        return slopeMean * slopeMean * offsets + shifted(a, i) * shifted(b, j) * slopes + slopes * offsets;
    }

    @Override
    public void addGradient(double[] a, int i, double[] b, int j, double weight, double[] out) {
        double slopes = slope.between(a, i, b, j);
        double offsets = offset.between(a, i, b, j);
        slope.addGradient(a, i, b, j, weight * (shifted(a, i) * shifted(b, j) + offsets), out);
        offset.addGradient(a, i, b, j, weight * (slopeMean * slopeMean + slopes), out);
    }

    @Override
    public void addSlope(double[] a, int i, double[] b, int j, double weight, double[] out) {
        double slopes = slope.between(a, i, b, j);
        double offsets = offset.between(a, i, b, j);
        slope.addSlope(a, i, b, j, weight * (shifted(a, i) * shifted(b, j) + offsets), out);
        offset.addSlope(a, i, b, j, weight * (slopeMean * slopeMean + slopes), out);
        out[i + intensity] += weight * shifted(b, j) * slopes;
    }

    private double shifted(double[] place, int from) {
        return place[from + intensity] + offsetMean;
    }

    /**
     * Returns the mean that goes with it.
     *
     * @return the prior mean of the product
     */
    public MeanFunction mean() {
        return new MeanFunction() {
            @Override
            public double at(double[] place) {
                return slopeMean * shifted(place, 0);
            }

            @Override
            public void addGradient(double[] place, double weight, double[] out) {}

            @Override
            public void addSlope(double[] place, double weight, double[] out) {
                out[intensity] += weight * slopeMean;
            }
        };
    }
}
