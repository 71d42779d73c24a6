package org.aepsych.strategies.gp;

import org.aepsych.strategies.math.GaussHermite;
import org.aepsych.strategies.outcome.Likelihood;
import org.aepsych.strategies.outcome.Moments;

/**
 * Averages of the logarithm of an outcome's probability, and of its derivatives, over a normally distributed latent value.
 * Mutable, so that a loop needs only one.
 */
final class ExpectedOutcome {
    private static final GaussHermite RULE = new GaussHermite(20);

    private final Moments moments = new Moments();
    private double log;
    private double slope;
    private double curvature;

    /** Averages over a latent value of a mean and a variance. */
    void average(Likelihood likelihood, double outcome, double mean, double variance) {
        double deviation = StrictMath.sqrt(variance);
        log = 0;
        slope = 0;
        curvature = 0;
        for (int i = 0; i < RULE.size(); i++) {
            likelihood.moments(outcome, mean + deviation * RULE.node(i), 0, moments);
            log += RULE.weight(i) * moments.logMass();
            slope += RULE.weight(i) * moments.slope();
            curvature += RULE.weight(i) * moments.curvature();
        }
    }

    /** Adds the derivatives of the average of the logarithm by the likelihood's own hyper-parameters. */
    static void addGradient(Likelihood likelihood, double outcome, double mean, double variance, double[] out) {
        double deviation = StrictMath.sqrt(variance);
        for (int i = 0; i < RULE.size(); i++) {
            likelihood.addGradient(outcome, mean + deviation * RULE.node(i), 0, RULE.weight(i), out);
        }
    }

    double log() {
        return log;
    }

    double slope() {
        return slope;
    }

    /** Returns the average of −∂² ln p/∂f², but never below 0, so that sites are proper. */
    double curvature() {
        return Math.max(0, curvature);
    }
}
