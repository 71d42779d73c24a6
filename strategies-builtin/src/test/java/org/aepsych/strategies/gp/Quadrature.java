package org.aepsych.strategies.gp;

import org.aepsych.strategies.math.Cholesky;
import org.aepsych.strategies.math.Normal;
import org.aepsych.strategies.outcome.Moments;

/** The exact posterior of three trials, by summing over a grid in whitened coordinates. */
final class Quadrature {
    private static final double REACH = 8;
    private static final double STEP = 0.1;

    private final double[] mean = new double[3];
    private final double[] square = new double[3];
    private final double mass;

    Quadrature(TrainingSet data, Latent latent, double priorMean) {
        double[] u = new double[9];
        latent.matrix(data, u);
        Cholesky.factor(u, 3);
        double total = 0;
        for (double a = -REACH; a <= REACH; a += STEP) {
            double f0 = priorMean + u[0] * a;
            double w0 = Normal.density(a) * likelihood(latent, data.outcome(0), f0);
            for (double b = -REACH; b <= REACH; b += STEP) {
                double f1 = priorMean + u[1] * a + u[4] * b;
                double w1 = w0 * Normal.density(b) * likelihood(latent, data.outcome(1), f1);
                for (double c = -REACH; c <= REACH; c += STEP) {
                    double f2 = priorMean + u[2] * a + u[5] * b + u[8] * c;
                    double w = w1 * Normal.density(c) * likelihood(latent, data.outcome(2), f2);
                    total += w;
                    add(0, w, f0);
                    add(1, w, f1);
                    add(2, w, f2);
                }
            }
        }
        mass = total;
    }

    private static double likelihood(Latent latent, double outcome, double f) {
        Moments moments = new Moments();
        latent.likelihood().moments(outcome, f, 0, moments);
        return Math.exp(moments.logMass());
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
