package org.aepsych.strategies.gp;

import java.util.Arrays;
import org.aepsych.strategies.math.Cholesky;

/**
 * The normal distribution that is closest to the posterior, by a lower bound of the evidence. Its precision differs from
 * the prior's by one number for each outcome (M. Opper and C. Archambeau, The variational Gaussian approximation
 * revisited, Neural Computation 21, 2009), and natural-gradient steps find these (M. Khan and W. Lin, Conjugate-computation
 * variational inference, AISTATS 2017), shortened where the bound would fall.
 *
 * <p>With g the latent function less its mean, K its prior covariance, τ and ν precision and precision times mean of the
 * sites, and B = I + τ½Kτ½ = UᵀU, the covariance is K − Kτ½B⁻¹τ½K and the mean Kα.
 */
final class VariationalSites implements Sites, FactoredSites {
    private final TrainingSet data;
    private final int n;
    private final double[] covariance;
    private final double[] priorMean;
    private final OutcomeSites sites;
    private final double[] tau;
    private final double[] nu;
    private final double[] slope;
    private final double[] curvature;
    private final double[] roots;
    private final double[] factor;
    private final double[] whitened;
    private final double[] alpha;
    private final double[] mean;
    private final double[] variance;
    private final ExpectedOutcome expected = new ExpectedOutcome();
    private Latent latent;
    private double bound;

    VariationalSites(TrainingSet data, Latent latent) {
        this.data = data;
        this.latent = latent;
        n = data.size();
        sites = new OutcomeSites(n, this::computeMarginals, this::logEvidence);
        tau = sites.tau;
        nu = sites.nu;
        slope = sites.slope;
        curvature = sites.curvature;
        mean = sites.mean;
        variance = sites.variance;
        covariance = new double[n * n];
        priorMean = new double[n];
        roots = new double[n];
        factor = new double[n * n];
        whitened = new double[n * n];
        alpha = new double[n];
    }

    @Override
    public void condition(Latent other) {
        latent = other;
    }

    @Override
    public void run(double tolerance) {
        latent.matrix(data, covariance);
        for (int i = 0; i < n; i++) {
            priorMean[i] = latent.mean().at(data.x(i));
        }
        if (!sites.ascend(tolerance)) {
            throw new IllegalStateException("I + KS is not positive definite; the kernel matrix is broken");
        }
    }

    private boolean computeMarginals() {
        for (int i = 0; i < n; i++) {
            roots[i] = StrictMath.sqrt(tau[i]);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                whitened[i * n + j] = roots[i] * covariance[i * n + j];
                factor[i * n + j] = whitened[i * n + j] * roots[j];
            }
            factor[i * n + i] += 1;
        }
        if (!Cholesky.factor(factor, n)) {
            return false;
        }
        Cholesky.solveTransposed(factor, n, whitened, n);
        double[] rotated = new double[n];
        for (int i = 0; i < n; i++) {
            rotated[i] = roots[i] * dot(i, nu);
        }
        Cholesky.solveTransposed(factor, n, rotated);
        Cholesky.solve(factor, n, rotated);
        for (int i = 0; i < n; i++) {
            alpha[i] = nu[i] - roots[i] * rotated[i];
            variance[i] = covariance[i * n + i];
        }
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                variance[i] -= whitened[k * n + i] * whitened[k * n + i];
            }
        }
        bound = -Cholesky.logDeterminant(factor, n);
        for (int i = 0; i < n; i++) {
            mean[i] = dot(i, alpha);
            if (!(variance[i] > 0)) {
                return false;
            }
            expected.average(data.likelihood(i, latent), data.outcome(i), priorMean[i] + mean[i], variance[i]);
            slope[i] = expected.slope();
            curvature[i] = expected.curvature();
            bound += expected.log() + (tau[i] * variance[i] - alpha[i] * mean[i]) / 2;
        }
        return true;
    }

    private double dot(int row, double[] vector) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
            sum += covariance[row * n + j] * vector[j];
        }
        return sum;
    }

    @Override
    public double logEvidence() {
        return bound;
    }

    /** Writes the gradient at the fixed point: ½[αᵀ∂Kα − tr(R∂K)] with R = τ½B⁻¹τ½, and αᵀ∂m for the mean. */
    @Override
    public void gradient(double[] out) {
        Arrays.fill(out, 0);
        double[] x = new double[n * n];
        Cholesky.invertTransposed(factor, n, x);
        for (int i = 0; i < n; i++) {
            double[] here = data.x(i);
            for (int j = i; j < n; j++) {
                double entry = 0;
                for (int k = j; k < n; k++) {
                    entry += x[k * n + i] * x[k * n + j];
                }
                double weight = (alpha[i] * alpha[j] - roots[i] * entry * roots[j]) * (i == j ? 0.5 : 1);
                latent.kernel().addGradient(here, 0, data.x(j), 0, weight, out);
            }
            latent.mean().addGradient(here, alpha[i], out);
            if (!data.anchor(i)) {
                ExpectedOutcome.addGradient(
                        latent.likelihood(), data.outcome(i), priorMean[i] + mean[i], variance[i], out);
            }
        }
    }

    @Override
    public Posterior posterior() {
        return new SitePosterior(data, latent, this);
    }

    @Override
    public int[] order() {
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        return order;
    }

    @Override
    public int positive() {
        return n;
    }

    @Override
    public double[] alpha() {
        return alpha.clone();
    }

    @Override
    public double[] roots() {
        return roots.clone();
    }

    @Override
    public double[] factor() {
        return factor.clone();
    }
}
