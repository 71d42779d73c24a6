package org.aepsych.strategies.gp;

import java.util.Arrays;
import org.aepsych.strategies.math.Cholesky;

/**
 * The variational approximation through the latent function at a few inducing points (J. Hensman, A. Matthews and Z.
 * Ghahramani, Scalable variational Gaussian process classification, AISTATS 2015), with one site for each outcome instead of
 * a free mean and covariance. Its cost grows with the number of trials, not with its cube, and it smooths: in many
 * dimensions it learns better from hundreds of trials than the full approximation does.
 *
 * <p>With L Lᵀ the covariance at the inducing points, aᵢ = L⁻¹k(Z, xᵢ) and eᵢ = kᵢᵢ − |aᵢ|², the precision of the whitened
 * values is B = I + Σ τᵢaᵢaᵢᵀ = UᵀU, and their mean w = B⁻¹Σ aᵢνᵢ.
 */
final class SparseSites implements Sites {
    private static final double JITTER = 1e-6;

    private final TrainingSet data;
    private final double[][] inducing;
    private final int n;
    private final int m;
    private final OutcomeSites sites;
    private final double[] tau;
    private final double[] nu;
    private final double[] slope;
    private final double[] curvature;
    private final double[] mean;
    private final double[] variance;
    private final double[] priorMean;
    private final double[] rest;
    private final ExpectedOutcome expected = new ExpectedOutcome();
    private Latent latent;
    private double[] prior = new double[0];
    private double[] a = new double[0];
    private double[] factor = new double[0];
    private double[] weights = new double[0];
    private double bound;

    SparseSites(TrainingSet data, Latent latent, double[][] inducing) {
        this.data = data;
        this.latent = latent;
        this.inducing = inducing;
        n = data.size();
        sites = new OutcomeSites(n, this::computeMarginals, this::logEvidence);
        tau = sites.tau;
        nu = sites.nu;
        slope = sites.slope;
        curvature = sites.curvature;
        mean = sites.mean;
        variance = sites.variance;
        m = inducing.length;
        priorMean = new double[n];
        rest = new double[n];
    }

    @Override
    public void condition(Latent other) {
        latent = other;
    }

    @Override
    public void run(double tolerance) {
        prepare();
        if (!sites.ascend(tolerance)) {
            throw new IllegalStateException("the precision at the inducing points is not positive definite");
        }
    }

    /** Computes what depends on the hyper-parameters only. */
    private void prepare() {
        double[] covariance = new double[m * m];
        double largest = 0;
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                covariance[i * m + j] = latent.kernel().between(inducing[i], inducing[j]);
            }
            largest = Math.max(largest, covariance[i * m + i]);
        }
        prior = raised(covariance, largest);
        a = new double[m * n];
        for (int k = 0; k < m; k++) {
            for (int i = 0; i < n; i++) {
                a[k * n + i] = latent.kernel().between(inducing[k], data.x(i));
            }
        }
        Cholesky.solveTransposed(prior, m, a, n);
        for (int i = 0; i < n; i++) {
            priorMean[i] = latent.mean().at(data.x(i));
            rest[i] = latent.kernel().between(data.x(i), data.x(i));
        }
        for (int k = 0; k < m; k++) {
            for (int i = 0; i < n; i++) {
                rest[i] -= a[k * n + i] * a[k * n + i];
            }
        }
        for (int i = 0; i < n; i++) {
            rest[i] = Math.max(0, rest[i]);
        }
    }

    private double[] raised(double[] covariance, double largest) {
        for (double jitter = JITTER; jitter < 1; jitter *= 10) {
            double[] raised = covariance.clone();
            for (int i = 0; i < m; i++) {
                raised[i * m + i] += jitter * largest;
            }
            if (Cholesky.factor(raised, m)) {
                return raised;
            }
        }
        throw new IllegalStateException("the covariance of " + m + " inducing points is not positive semi-definite");
    }

    private boolean computeMarginals() {
        factor = new double[m * m];
        weights = new double[m];
        for (int k = 0; k < m; k++) {
            for (int l = k; l < m; l++) {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += tau[i] * a[k * n + i] * a[l * n + i];
                }
                factor[k * m + l] = sum;
                factor[l * m + k] = sum;
            }
            factor[k * m + k] += 1;
            for (int i = 0; i < n; i++) {
                weights[k] += nu[i] * a[k * n + i];
            }
        }
        if (!Cholesky.factor(factor, m)) {
            return false;
        }
        Cholesky.solveTransposed(factor, m, weights);
        Cholesky.solve(factor, m, weights);
        double[] whitened = a.clone();
        Cholesky.solveTransposed(factor, m, whitened, n);
        Arrays.fill(mean, 0);
        System.arraycopy(rest, 0, variance, 0, n);
        double square = 0;
        for (int k = 0; k < m; k++) {
            square += weights[k] * weights[k];
            for (int i = 0; i < n; i++) {
                mean[i] += weights[k] * a[k * n + i];
                variance[i] += whitened[k * n + i] * whitened[k * n + i];
            }
        }
        // tr B⁻¹ is the sum of squares of U⁻¹.
        double[] inverse = new double[m * m];
        Cholesky.invertTransposed(factor, m, inverse);
        double trace = 0;
        for (int k = 0; k < m; k++) {
            for (int j = 0; j <= k; j++) {
                trace += inverse[k * m + j] * inverse[k * m + j];
            }
        }
        bound = -(trace + square - m) / 2 - Cholesky.logDeterminant(factor, m);
        for (int i = 0; i < n; i++) {
            expected.average(data.likelihood(i, latent), data.outcome(i), priorMean[i] + mean[i], variance[i]);
            slope[i] = expected.slope();
            curvature[i] = expected.curvature();
            bound += expected.log();
        }
        return true;
    }

    @Override
    public double logEvidence() {
        return bound;
    }

    @Override
    public void gradient(double[] out) {
        throw new IllegalStateException("hyper-parameters are fitted to fewer trials, without inducing points");
    }

    @Override
    public Posterior posterior() {
        return new SparsePosterior(latent, inducing, prior, factor, weights);
    }
}
