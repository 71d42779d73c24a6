package org.aepsych.strategies.gp;

import java.util.Arrays;
import org.aepsych.strategies.math.Cholesky;
import org.aepsych.strategies.math.Normal;

/**
 * Expectation propagation for probit classification (T. Minka, 2001; C. E. Rasmussen and C. K. I. Williams, Gaussian
 * Processes for Machine Learning, 2006, section 3.6) with a constant prior mean: each response is replaced by a Gaussian
 * site of precision τ and precision times mean ν such that the marginals keep their first two moments.
 *
 * <p>All sites are updated at once from one factorisation, and the factorisation is made anew for each sweep, so rounding
 * errors do not build up; should the sites begin to swing, the steps are shortened. Sites stay from run to run, so that
 * runs with little changed hyper-parameters are short; {@link #forget} begins anew.
 *
 * <p>With g the latent function less its mean, K its prior covariance, S = diag τ and B = I + S½KS½ = UᵀU, the posterior
 * covariance is Σ = K − KS½B⁻¹S½K and the posterior mean Kα.
 */
final class ExpectationPropagation {
    private static final int MOST_SWEEPS = 200;
    private static final double SHORTEST_STEP = 0.05;

    private final TrainingSet data;
    private final int n;
    private final double[] covariance;
    private final double[] tau;
    private final double[] nu;
    private final double[] root;
    private final double[] factor;
    private final double[] whitened;
    private final double[] alpha;
    private final double[] mean;
    private final double[] variance;
    private final double[] newTau;
    private final double[] newNu;
    private double logEvidence;

    ExpectationPropagation(TrainingSet data) {
        this.data = data;
        n = data.size();
        covariance = new double[n * n];
        tau = new double[n];
        nu = new double[n];
        root = new double[n];
        factor = new double[n * n];
        whitened = new double[n * n];
        alpha = new double[n];
        mean = new double[n];
        variance = new double[n];
        newTau = new double[n];
        newNu = new double[n];
    }

    /** Forgets the sites of the run before. */
    void forget() {
        Arrays.fill(tau, 0);
        Arrays.fill(nu, 0);
    }

    /**
     * Runs to convergence.
     *
     * @param kernel prior covariance
     * @param priorMean constant prior mean of the latent function
     * @param tolerance largest change of a site, relative to its marginal
     */
    void run(RbfKernel kernel, double priorMean, double tolerance) {
        kernel.matrix(data, covariance);
        double step = 1;
        double before = Double.POSITIVE_INFINITY;
        for (int sweep = 1; ; sweep++) {
            computeMarginals();
            double change = proposeSites(priorMean);
            if (change <= tolerance || sweep == MOST_SWEEPS) {
                return;
            }
            if (change > 0.9 * before) {
                step = Math.max(SHORTEST_STEP, step * 0.7);
            }
            before = change;
            for (int i = 0; i < n; i++) {
                tau[i] += step * (newTau[i] - tau[i]);
                nu[i] += step * (newNu[i] - nu[i]);
            }
        }
    }

    private void computeMarginals() {
        for (int i = 0; i < n; i++) {
            root[i] = StrictMath.sqrt(tau[i]);
        }
        for (int i = 0; i < n; i++) {
            int row = i * n;
            double scale = root[i];
            for (int j = 0; j < n; j++) {
                double scaled = scale * covariance[row + j];
                whitened[row + j] = scaled;
                factor[row + j] = scaled * root[j];
            }
            factor[row + i] += 1;
            mean[i] = dot(covariance, row, nu);
        }
        if (!Cholesky.factor(factor, n)) {
            throw new IllegalStateException("I + S½KS½ is not positive definite; the kernel matrix is broken");
        }
        Cholesky.solveTransposed(factor, n, whitened, n);
        for (int i = 0; i < n; i++) {
            alpha[i] = root[i] * mean[i];
            variance[i] = covariance[i * n + i];
        }
        Cholesky.solveTransposed(factor, n, alpha);
        Cholesky.solve(factor, n, alpha);
        for (int i = 0; i < n; i++) {
            alpha[i] = nu[i] - root[i] * alpha[i];
        }
        for (int k = 0; k < n; k++) {
            int row = k * n;
            for (int i = 0; i < n; i++) {
                variance[i] -= whitened[row + i] * whitened[row + i];
            }
        }
        for (int i = 0; i < n; i++) {
            mean[i] = dot(covariance, i * n, alpha);
        }
    }

    /** Matches the moments of every site to its tilted distribution; returns the largest relative change. */
    private double proposeSites(double priorMean) {
        double change = 0;
        double sum = -Cholesky.logDeterminant(factor, n);
        for (int i = 0; i < n; i++) {
            double precision = 1 / variance[i];
            double cavityPrecision = precision - tau[i];
            double cavityVariance = 1 / cavityPrecision;
            double cavityMean = (mean[i] * precision - nu[i]) * cavityVariance;
            double sign = data.sign(i);
            double spread = StrictMath.sqrt(1 + cavityVariance);
            double z = sign * (priorMean + cavityMean) / spread;
            double hazard = Normal.hazard(z);
            double curvature = hazard * (z + hazard);

            newTau[i] = curvature / (1 + cavityVariance * (1 - curvature));
            double slope = sign * hazard / spread;
            newNu[i] = cavityMean * newTau[i] + slope * (1 + newTau[i] * cavityVariance);

            change = Math.max(change, Math.abs(newTau[i] - tau[i]) * variance[i]);
            change = Math.max(change, Math.abs(newNu[i] - nu[i]) * StrictMath.sqrt(variance[i]));

            // Rasmussen and Williams' equations 3.73 and 3.74, where τ₋ + τ is the precision of the marginal.
            sum += Normal.logCdf(z)
                    + StrictMath.log1p(tau[i] * cavityVariance) / 2
                    + nu[i] * (mean[i] - nu[i] * variance[i]) / 2
                    + cavityMean * cavityPrecision * variance[i] * (tau[i] * cavityMean - 2 * nu[i]) / 2;
        }
        logEvidence = sum;
        return change;
    }

    private double dot(double[] matrix, int row, double[] vector) {
        double even = 0;
        double odd = 0;
        int i = 0;
        for (; i + 1 < n; i += 2) {
            even += matrix[row + i] * vector[i];
            odd += matrix[row + i + 1] * vector[i + 1];
        }
        return even + odd + (i < n ? matrix[row + i] * vector[i] : 0);
    }

    /** Returns the logarithm of the probability of the responses. */
    double logEvidence() {
        return logEvidence;
    }

    /**
     * Writes the gradient of the evidence at the fixed point, where only the explicit dependence on the
     * hyper-parameters counts: ½[αᵀ∂Kα − tr(R∂K)] with R = S½B⁻¹S½, and 1ᵀα for the mean.
     */
    void gradient(Hyperparameters hyperparameters, double[] out) {
        // X = U⁻ᵀS½, so that R = XᵀX; what it overwrites is no longer needed.
        Cholesky.solveTransposedDiagonal(factor, n, root, whitened);
        double meanSlope = 0;
        for (int i = 0; i < n; i++) {
            meanSlope += alpha[i];
        }
        out[Hyperparameters.MEAN] = meanSlope;
        int d = data.dimension();
        double amplitudeSlope = 0;
        double[] sums = new double[d];
        double[] row = new double[n];
        for (int i = 0; i < n; i++) {
            Arrays.fill(row, 0);
            for (int k = i; k < n; k++) {
                double entry = whitened[k * n + i];
                for (int j = i; j <= k; j++) {
                    row[j] += entry * whitened[k * n + j];
                }
            }
            amplitudeSlope += (alpha[i] * alpha[i] - row[i]) * covariance[i * n + i] / 2;
            double[] here = data.x(i);
            for (int j = i + 1; j < n; j++) {
                double weight = (alpha[i] * alpha[j] - row[j]) * covariance[i * n + j];
                amplitudeSlope += weight;
                for (int c = 0; c < d; c++) {
                    sums[c] += weight * RbfKernel.squaredDifference(here, data.x(j), c, data.nominal());
                }
            }
        }
        out[Hyperparameters.AMPLITUDE] = amplitudeSlope;
        for (int c = 0; c < d; c++) {
            double lengthscale = hyperparameters.lengthscale(c);
            out[Hyperparameters.LENGTHSCALES + c] = sums[c] / (lengthscale * lengthscale);
        }
    }

    /** Returns α. */
    double[] alpha() {
        return alpha.clone();
    }

    /** Returns the square roots of the precisions. */
    double[] rootPrecisions() {
        return root.clone();
    }

    /** Returns U. */
    double[] factor() {
        return factor.clone();
    }
}
