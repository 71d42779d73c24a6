package org.aepsych.strategies.gp;

import org.aepsych.strategies.math.Cholesky;
import org.aepsych.strategies.math.Normal;

/** The exact posterior of three trials, by summing over a grid in whitened coordinates. */
final class Quadrature {
    private static final double REACH = 8;
    private static final double STEP = 0.1;

    private final double[] mean = new double[3];
    private final double[] square = new double[3];
    private final double mass;

    Quadrature(TrainingSet data, Hyperparameters hyperparameters) {
        double[] u = new double[9];
        new RbfKernel(hyperparameters, data.nominal()).matrix(data, u);
        Cholesky.factor(u, 3);
        double total = 0;
        for (double a = -REACH; a <= REACH; a += STEP) {
            double f0 = hyperparameters.mean() + u[0] * a;
            double w0 = Normal.density(a) * Normal.cdf(data.sign(0) * f0);
            for (double b = -REACH; b <= REACH; b += STEP) {
                double f1 = hyperparameters.mean() + u[1] * a + u[4] * b;
                double w1 = w0 * Normal.density(b) * Normal.cdf(data.sign(1) * f1);
                for (double c = -REACH; c <= REACH; c += STEP) {
                    double f2 = hyperparameters.mean() + u[2] * a + u[5] * b + u[8] * c;
                    double w = w1 * Normal.density(c) * Normal.cdf(data.sign(2) * f2);
                    total += w;
                    add(0, w, f0);
                    add(1, w, f1);
                    add(2, w, f2);
                }
            }
        }
        mass = total;
    }

    private void add(int trial, double weight, double f) {
        mean[trial] += weight * f;
        square[trial] += weight * f * f;
    }

    double logEvidence() {
        return Math.log(mass * STEP * STEP * STEP);
    }

    double mean(int trial) {
        return mean[trial] / mass;
    }

    double variance(int trial) {
        return square[trial] / mass - mean(trial) * mean(trial);
    }
}
