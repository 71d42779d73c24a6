package org.aepsych.strategies.gp;

import org.aepsych.strategies.kernel.Kernel;
import org.aepsych.strategies.kernel.MeanFunction;
import org.aepsych.strategies.outcome.Likelihood;

/**
 * What is believed about a latent function before the first trial, and how outcomes depend on it, all hyper-parameters
 * being set.
 *
 * @param mean its mean
 * @param kernel its covariance
 * @param likelihood of outcomes
 */
public record Latent(MeanFunction mean, Kernel kernel, Likelihood likelihood) {
    void matrix(TrainingSet data, double[] out) {
        int n = data.size();
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                double covariance = kernel.between(data.x(i), data.x(j));
                out[i * n + j] = covariance;
                out[j * n + i] = covariance;
            }
        }
    }
}
