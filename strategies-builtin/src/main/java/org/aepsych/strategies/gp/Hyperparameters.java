package org.aepsych.strategies.gp;

import java.util.ArrayList;
import java.util.List;

/**
 * Constant mean, amplitude and length-scales of a Gaussian process, in the coordinates in which they are fitted.
 *
 * @param coordinates the mean m, the logarithm of the variance s², and the logarithms of the length-scales ℓ
 */
public record Hyperparameters(List<Double> coordinates) {
    static final int MEAN = 0;
    static final int AMPLITUDE = 1;
    static final int LENGTHSCALES = 2;

    /** Copies the list. */
    public Hyperparameters {
        coordinates = List.copyOf(coordinates);
        if (coordinates.size() < LENGTHSCALES) {
            throw new IllegalArgumentException("hyper-parameters are a mean, an amplitude and length-scales");
        }
    }

    static Hyperparameters of(double[] coordinates) {
        List<Double> list = new ArrayList<>();
        for (double coordinate : coordinates) {
            list.add(coordinate);
        }
        return new Hyperparameters(list);
    }

    /**
     * Makes hyper-parameters from their natural values.
     *
     * @param mean the constant mean of the latent function
     * @param amplitude variance of the latent function about it, above 0
     * @param lengthscales one for each dimension, above 0, in model coordinates
     * @return the hyper-parameters
     */
    public static Hyperparameters of(double mean, double amplitude, double... lengthscales) {
        double[] coordinates = new double[LENGTHSCALES + lengthscales.length];
        coordinates[MEAN] = mean;
        coordinates[AMPLITUDE] = StrictMath.log(amplitude);
        for (int j = 0; j < lengthscales.length; j++) {
            coordinates[LENGTHSCALES + j] = StrictMath.log(lengthscales[j]);
        }
        return of(coordinates);
    }

    /**
     * Returns the constant mean of the latent function.
     *
     * @return m
     */
    public double mean() {
        return coordinates.get(MEAN);
    }

    /**
     * Returns the variance of the latent function about its mean.
     *
     * @return s²
     */
    public double amplitude() {
        return StrictMath.exp(coordinates.get(AMPLITUDE));
    }

    /**
     * Returns how far one goes along a dimension until the latent function is another.
     *
     * @param dimension 0-based
     * @return ℓ, in model coordinates
     */
    public double lengthscale(int dimension) {
        return StrictMath.exp(coordinates.get(LENGTHSCALES + dimension));
    }

    double[] toArray() {
        return coordinates.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
