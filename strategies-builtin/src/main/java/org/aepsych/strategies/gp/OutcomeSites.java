package org.aepsych.strategies.gp;

import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;

/**
 * One Gaussian site for each outcome, found by natural-gradient steps (M. Khan and W. Lin, Conjugate-computation variational
 * inference, AISTATS 2017). Who knows the marginals that follow from the sites writes them here.
 */
final class OutcomeSites implements Ascent.Hill {
    /** Precisions of the sites. */
    final double[] tau;

    /** Precisions times means of the sites. */
    final double[] nu;

    /** What the outcomes say of the present marginals: the first derivatives of their expected logarithms by the mean. */
    final double[] slope;

    /** The same: minus the second derivatives. */
    final double[] curvature;

    /** Means of the present marginals, less those of the prior. */
    final double[] mean;

    /** Variances of the present marginals. */
    final double[] variance;

    private final double[] lastTau;
    private final double[] lastNu;
    private final double[] newTau;
    private final double[] newNu;
    private final BooleanSupplier marginals;
    private final DoubleSupplier bound;

    /**
     * Begins with sites that say nothing.
     *
     * @param n how many outcomes there are
     * @param marginals computes mean, variance, slope and curvature from the sites; false if they leave no distribution
     * @param bound the bound of the evidence that was computed with them
     */
    OutcomeSites(int n, BooleanSupplier marginals, DoubleSupplier bound) {
        this.marginals = marginals;
        this.bound = bound;
        tau = new double[n];
        nu = new double[n];
        slope = new double[n];
        curvature = new double[n];
        mean = new double[n];
        variance = new double[n];
        lastTau = new double[n];
        lastNu = new double[n];
        newTau = new double[n];
        newNu = new double[n];
    }

    /** Ascends from where the sites are until they change less than a tolerance; false if there they leave no distribution. */
    boolean ascend(double tolerance) {
        if (!marginals.getAsBoolean()) {
            return false;
        }
        settle();
        new Ascent().run(this, tolerance);
        return true;
    }

    @Override
    public double propose() {
        double change = 0;
        for (int i = 0; i < tau.length; i++) {
            newTau[i] = curvature[i];
            newNu[i] = slope[i] + newTau[i] * mean[i];
            change = Math.max(change, Math.abs(newTau[i] - tau[i]) * variance[i]);
            change = Math.max(change, Math.abs(newNu[i] - nu[i]) * StrictMath.sqrt(variance[i]));
        }
        return change;
    }

    @Override
    public boolean go(double length) {
        for (int i = 0; i < tau.length; i++) {
            tau[i] = lastTau[i] + length * (newTau[i] - lastTau[i]);
            nu[i] = lastNu[i] + length * (newNu[i] - lastNu[i]);
        }
        return marginals.getAsBoolean();
    }

    @Override
    public double height() {
        return bound.getAsDouble();
    }

    @Override
    public void settle() {
        System.arraycopy(tau, 0, lastTau, 0, tau.length);
        System.arraycopy(nu, 0, lastNu, 0, nu.length);
    }
}
