package org.aepsych.strategies.gp;

import java.util.Arrays;
import org.aepsych.strategies.math.Cholesky;
import org.aepsych.strategies.outcome.Likelihood;
import org.aepsych.strategies.outcome.Moments;

/**
 * Expectation propagation (T. Minka, 2001; C. E. Rasmussen and C. K. I. Williams, Gaussian Processes for Machine Learning,
 * 2006, section 3.6) for any likelihood: each outcome is replaced by a Gaussian site of precision τ and precision times
 * mean ν such that the marginals keep their first two moments. With Gaussian noise it is exact.
 *
 * <p>All sites are updated at once from one factorisation, and the factorisation is made anew for each sweep, so rounding
 * errors do not build up; should the sites begin to swing, the steps are shortened. Sites stay from run to run, so that
 * runs with little changed hyper-parameters are short.
 *
 * <p>With g the latent function less its mean, K its prior covariance, S = diag τ = DJD with D = |S|½ and J = ±1, and B =
 * J + DKD = UᵀJU, the posterior covariance is Σ = K − KDB⁻¹DK and the posterior mean Kα. A likelihood with a floor is not
 * log-concave, and then some precisions are negative; these sites come last in the factorisation, where their pivots are
 * negative as long as the posterior is a distribution.
 */
final class ExpectationPropagation implements Sites, FactoredSites {
    private static final int MOST_SWEEPS = 200;
    private static final double SHORTEST_STEP = 0.05;
    private static final int HALVINGS = 40;
    private static final double LEAST_TOLD = 1e-5;

    private final TrainingSet data;
    private final int n;
    private final double[] covariance;
    private final double[] priorMean;
    private final double[] tau;
    private final double[] nu;
    private final double[] roots;
    private final double[] factor;
    /** U⁻ᵀ, a lower triangle. */
    private final double[] inverse;

    private final double[] scaled;
    private final double[] alpha;
    private final double[] mean;
    private final double[] variance;
    private final double[] newTau;
    private final double[] newNu;
    private final int[] order;
    private final double[] cavityMeans;
    private final double[] cavityVariances;
    private final double[] ordered;
    private final double[] lastTau;
    private final double[] lastNu;
    private final Moments moments = new Moments();
    private Latent latent;
    private int positive;
    private double logEvidence;

    /**
     * Sites for some trials, all flat.
     *
     * @param data the trials
     * @param latent the latent function before them
     */
    ExpectationPropagation(TrainingSet data, Latent latent) {
        this.data = data;
        this.latent = latent;
        n = data.size();
        covariance = new double[n * n];
        priorMean = new double[n];
        tau = new double[n];
        nu = new double[n];
        roots = new double[n];
        factor = new double[n * n];
        inverse = new double[n * n];
        scaled = new double[n];
        alpha = new double[n];
        mean = new double[n];
        variance = new double[n];
        newTau = new double[n];
        newNu = new double[n];
        order = new int[n];
        cavityMeans = new double[n];
        cavityVariances = new double[n];
        ordered = new double[n];
        lastTau = new double[n];
        lastNu = new double[n];
    }

    /** Goes over to another latent function, with the sites as they are. */
    @Override
    public void condition(Latent other) {
        latent = other;
    }

    /**
     * Runs to convergence.
     *
     * @param tolerance largest change of a site, relative to its marginal
     */
    @Override
    public void run(double tolerance) {
        latent.matrix(data, covariance);
        for (int i = 0; i < n; i++) {
            priorMean[i] = latent.mean().at(data.x(i));
        }
        if (!computeMarginals()) {
            // Sites of other hyper-parameters need not go with these.
            Arrays.fill(tau, 0);
            Arrays.fill(nu, 0);
            requireProper(computeMarginals());
        }
        double step = 1;
        double before = Double.POSITIVE_INFINITY;
        for (int sweep = 1; ; sweep++) {
            double change = proposeSites();
            if (change <= tolerance || sweep == MOST_SWEEPS) {
                return;
            }
            if (change > 0.9 * before) {
                step = Math.max(SHORTEST_STEP, step * 0.7);
            }
            before = change;
            System.arraycopy(tau, 0, lastTau, 0, n);
            System.arraycopy(nu, 0, lastNu, 0, n);
            double length = step;
            go(length);
            for (int halving = 0; !computeMarginals(); halving++) {
                requireProper(halving < HALVINGS);
                length = halving == HALVINGS - 1 ? 0 : length / 2;
                go(length);
            }
        }
    }

    private void go(double length) {
        for (int i = 0; i < n; i++) {
            tau[i] = lastTau[i] + length * (newTau[i] - lastTau[i]);
            nu[i] = lastNu[i] + length * (newNu[i] - lastNu[i]);
        }
    }

    private static void requireProper(boolean proper) {
        if (!proper) {
            throw new IllegalStateException("I + KS is not positive definite; the kernel matrix is broken");
        }
    }

    /** Computes means and variances from the sites; false if these do not leave a distribution. */
    private boolean computeMarginals() {
        arrange();
        for (int p = 0; p < n; p++) {
            int row = p * n;
            int from = order[p] * n;
            double scale = roots[p];
            for (int q = p; q < n; q++) {
                factor[row + q] = scale * covariance[from + order[q]] * roots[q];
            }
            factor[row + p] += p < positive ? 1 : -1;
        }
        if (!Cholesky.factor(factor, n, positive)) {
            return false;
        }
        Cholesky.invertTransposed(factor, n, inverse);
        computeMeans();
        return computeVariances();
    }

    private void computeMeans() {
        for (int i = 0; i < n; i++) {
            mean[i] = dot(covariance, i * n, nu);
        }
        for (int p = 0; p < n; p++) {
            ordered[p] = roots[p] * mean[order[p]];
        }
        Cholesky.solveTransposed(factor, n, ordered);
        for (int p = positive; p < n; p++) {
            ordered[p] = -ordered[p];
        }
        Cholesky.solve(factor, n, ordered);
        for (int p = 0; p < n; p++) {
            int i = order[p];
            alpha[i] = nu[i] - roots[p] * ordered[p];
        }
        for (int i = 0; i < n; i++) {
            mean[i] = dot(covariance, i * n, alpha);
        }
    }

    /**
     * Computes the diagonal of Σ = S⁻¹ − D⁻¹B⁻¹D⁻¹, which needs no more than that of B⁻¹ = U⁻¹JU⁻ᵀ. Where a site says next
     * to nothing, the difference would lose its digits, and Σ = K − KDB⁻¹DK is taken instead.
     */
    private boolean computeVariances() {
        Arrays.fill(ordered, 0);
        for (int k = 0; k < n; k++) {
            int row = k * n;
            double sign = k < positive ? 1 : -1;
            for (int p = 0; p <= k; p++) {
                ordered[p] += sign * inverse[row + p] * inverse[row + p];
            }
        }
        boolean proper = true;
        for (int p = 0; p < n; p++) {
            int i = order[p];
            double told = (p < positive ? 1 : -1) - ordered[p];
            variance[i] = Math.abs(told) > LEAST_TOLD ? told / (roots[p] * roots[p]) : untold(i);
            proper &= variance[i] > 0;
        }
        return proper;
    }

    private double untold(int i) {
        double explained = 0;
        for (int q = 0; q < n; q++) {
            scaled[q] = roots[q] * covariance[i * n + order[q]];
        }
        for (int k = 0; k < n; k++) {
            int row = k * n;
            double even = 0;
            double odd = 0;
            int q = 0;
            for (; q < k; q += 2) {
                even += inverse[row + q] * scaled[q];
                odd += inverse[row + q + 1] * scaled[q + 1];
            }
            if (q == k) {
                even += inverse[row + q] * scaled[q];
            }
            double sum = even + odd;
            explained += (k < positive ? 1 : -1) * sum * sum;
        }
        return covariance[i * n + i] - explained;
    }

    /** Puts sites of negative precision last. */
    private void arrange() {
        positive = 0;
        for (int i = 0; i < n; i++) {
            positive += tau[i] >= 0 ? 1 : 0;
        }
        int next = 0;
        int last = positive;
        for (int i = 0; i < n; i++) {
            int p = tau[i] >= 0 ? next++ : last++;
            order[p] = i;
            roots[p] = StrictMath.sqrt(Math.abs(tau[i]));
        }
    }

    /** Matches the moments of every site to its tilted distribution; returns the largest relative change. */
    private double proposeSites() {
        double change = 0;
        double sum = -Cholesky.logDeterminant(factor, n);
        for (int i = 0; i < n; i++) {
            double precision = 1 / variance[i];
            double cavityPrecision = precision - tau[i];
            if (!(cavityPrecision > 0)) {
                // Without a cavity there is nothing to match, and the others decide first.
                newTau[i] = tau[i];
                newNu[i] = nu[i];
                continue;
            }
            double cavityVariance = 1 / cavityPrecision;
            double cavityMean = (mean[i] * precision - nu[i]) * cavityVariance;
            cavityMeans[i] = cavityMean;
            cavityVariances[i] = cavityVariance;
            match(i, cavityMean, cavityVariance);

            change = Math.max(change, Math.abs(newTau[i] - tau[i]) * variance[i]);
            change = Math.max(change, Math.abs(newNu[i] - nu[i]) * StrictMath.sqrt(variance[i]));

            // Rasmussen and Williams' equations 3.73 and 3.74, where τ₋ + τ is the precision of the marginal.
            sum += moments.logMass()
                    + StrictMath.log1p(tau[i] * cavityVariance) / 2
                    + nu[i] * (mean[i] - nu[i] * variance[i]) / 2
                    + cavityMean * cavityPrecision * variance[i] * (tau[i] * cavityMean - 2 * nu[i]) / 2;
        }
        logEvidence = sum;
        return change;
    }

    private void match(int i, double cavityMean, double cavityVariance) {
        likelihood(i).moments(data.outcome(i), priorMean[i] + cavityMean, cavityVariance, moments);
        if (data.anchor(i)) {
            newTau[i] = 1 / data.anchorVariance(i);
            newNu[i] = (data.outcome(i) - priorMean[i]) * newTau[i];
            return;
        }
        double curvature = moments.curvature();
        newTau[i] = curvature / (1 - cavityVariance * curvature);
        newNu[i] = cavityMean * newTau[i] + moments.slope() * (1 + newTau[i] * cavityVariance);
    }

    private Likelihood likelihood(int i) {
        return data.anchor(i) ? data.belief(i) : latent.likelihood();
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

    /** Returns the logarithm of the probability of the outcomes. */
    @Override
    public double logEvidence() {
        return logEvidence;
    }

    /**
     * Writes the gradient of the evidence at the fixed point, where only the explicit dependence on the
     * hyper-parameters counts: ½[αᵀ∂Kα − tr(R∂K)] with R = DB⁻¹D, αᵀ∂m for the mean, and the derivatives of the tilted
     * masses for the likelihood.
     */
    @Override
    public void gradient(double[] out) {
        Arrays.fill(out, 0);
        // With X = U⁻ᵀD, R = XᵀJX.
        double[] row = new double[n];
        for (int p = 0; p < n; p++) {
            Arrays.fill(row, 0);
            for (int k = p; k < n; k++) {
                double entry = k < positive ? inverse[k * n + p] : -inverse[k * n + p];
                for (int q = p; q <= k; q++) {
                    row[q] += entry * inverse[k * n + q];
                }
            }
            for (int q = p; q < n; q++) {
                row[q] *= roots[p] * roots[q];
            }
            int i = order[p];
            double[] here = data.x(i);
            latent.kernel().addGradient(here, 0, here, 0, (alpha[i] * alpha[i] - row[p]) / 2, out);
            for (int q = p + 1; q < n; q++) {
                int j = order[q];
                latent.kernel().addGradient(here, 0, data.x(j), 0, alpha[i] * alpha[j] - row[q], out);
            }
            latent.mean().addGradient(here, alpha[i], out);
            if (!data.anchor(i)) {
                latent.likelihood()
                        .addGradient(data.outcome(i), priorMean[i] + cavityMeans[i], cavityVariances[i], 1, out);
            }
        }
    }

    /** Returns the places of the sites in the factorisation. */
    @Override
    public int[] order() {
        return order.clone();
    }

    /** Returns how many sites, the first ones in that order, have no negative precision. */
    @Override
    public int positive() {
        return positive;
    }

    /** Returns α, in the order of the trials. */
    @Override
    public double[] alpha() {
        return alpha.clone();
    }

    /** Returns D, in the order of the factorisation. */
    @Override
    public double[] roots() {
        return roots.clone();
    }

    /** Returns U. */
    @Override
    public double[] factor() {
        return factor.clone();
    }

    @Override
    public Posterior posterior() {
        return new SitePosterior(data, latent, this);
    }
}
