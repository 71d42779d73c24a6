package org.aepsych.strategies.gp;

import org.aepsych.strategies.kernel.SlopeOffset;
import org.aepsych.strategies.math.Cholesky;
import org.aepsych.strategies.math.GaussHermite;
import org.aepsych.strategies.outcome.Likelihood;
import org.aepsych.strategies.outcome.Moments;

/**
 * The joint normal approximation of slopes k and offsets c at the places of trials, with one Gaussian site of two
 * dimensions for each outcome. Means are those of the closest normal distribution; precisions are of Gauss and Newton's
 * form, with the average of W JJᵀ, J = (x − c, −k), so that they are always proper.
 *
 * <p>The latent values are ordered k₁, c₁, k₂, c₂, …; with each site's precision ΛΛᵀ = RRᵀ and B = I + RᵀKR = UᵀU, the
 * covariance is K − KRB⁻¹RᵀK and the mean Kα.
 */
final class SlopeOffsetSites implements Ascent.Hill {
    private static final GaussHermite RULE = new GaussHermite(9);

    private final TrainingSet data;
    private final SlopeOffset prior;
    private final Likelihood likelihood;
    private final int n;
    private final int size;
    private final double[] covariance;
    /** Precisions of each site: of k, of both, of c. */
    private final double[] precision;

    private final double[] linear;
    private final double[] lastPrecision;
    private final double[] lastLinear;
    private final double[] newPrecision;
    private final double[] newLinear;
    /** Lower triangular roots of each site's precision: of k, of both, of c. */
    private final double[] roots;

    private final double[] factor;
    private final double[] alpha;
    private final double[] mean;
    /** Posterior covariances of each trial's values: of k, of both, of c. */
    private final double[] spread;

    private final Moments moments = new Moments();
    private double bound;

    SlopeOffsetSites(TrainingSet data, SlopeOffset prior, Likelihood likelihood) {
        this.data = data;
        this.prior = prior;
        this.likelihood = likelihood;
        n = data.size();
        size = 2 * n;
        covariance = new double[size * size];
        precision = new double[3 * n];
        linear = new double[size];
        lastPrecision = new double[3 * n];
        lastLinear = new double[size];
        newPrecision = new double[3 * n];
        newLinear = new double[size];
        roots = new double[3 * n];
        factor = new double[size * size];
        alpha = new double[size];
        mean = new double[size];
        spread = new double[3 * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                covariance[2 * i * size + 2 * j] = prior.slope().between(data.x(i), data.x(j));
                covariance[(2 * i + 1) * size + 2 * j + 1] = prior.offset().between(data.x(i), data.x(j));
            }
        }
    }

    void run(double tolerance) {
        if (!computeMarginals()) {
            throw new IllegalStateException("the prior of slopes and offsets is no distribution");
        }
        settle();
        new Ascent().run(this, tolerance);
    }

    @Override
    public double height() {
        return bound;
    }

    Posterior posterior() {
        return new SlopeOffsetPosterior(data, prior, likelihood, roots.clone(), factor.clone(), alpha.clone());
    }

    @Override
    public void settle() {
        System.arraycopy(precision, 0, lastPrecision, 0, precision.length);
        System.arraycopy(linear, 0, lastLinear, 0, size);
    }

    @Override
    public boolean go(double length) {
        for (int i = 0; i < precision.length; i++) {
            precision[i] = lastPrecision[i] + length * (newPrecision[i] - lastPrecision[i]);
        }
        for (int i = 0; i < size; i++) {
            linear[i] = lastLinear[i] + length * (newLinear[i] - lastLinear[i]);
        }
        return computeMarginals();
    }

    @Override
    public double propose() {
        double change = 0;
        for (int i = 0; i < n; i++) {
            Site site = average(i);
            double k = mean[2 * i];
            double c = mean[2 * i + 1];
            newPrecision[3 * i] = site.slopes;
            newPrecision[3 * i + 1] = site.both;
            newPrecision[3 * i + 2] = site.offsets;
            newLinear[2 * i] = site.bySlope + site.slopes * k + site.both * c;
            newLinear[2 * i + 1] = site.byOffset + site.both * k + site.offsets * c;
            for (int p = 0; p < 3; p++) {
                double scale = p == 0
                        ? spread[3 * i]
                        : p == 2 ? spread[3 * i + 2] : StrictMath.sqrt(spread[3 * i] * spread[3 * i + 2]);
                change = Math.max(change, Math.abs(newPrecision[3 * i + p] - precision[3 * i + p]) * scale);
            }
            change = Math.max(change, Math.abs(newLinear[2 * i] - linear[2 * i]) * StrictMath.sqrt(spread[3 * i]));
            change = Math.max(
                    change, Math.abs(newLinear[2 * i + 1] - linear[2 * i + 1]) * StrictMath.sqrt(spread[3 * i + 2]));
        }
        return change;
    }

    /** What an outcome says of its slope and offset, averaged over both. */
    private static final class Site {
        private double log;
        private double bySlope;
        private double byOffset;
        private double slopes;
        private double both;
        private double offsets;
    }

    private Site average(int i) {
        Site site = new Site();
        double root = StrictMath.sqrt(spread[3 * i]);
        double mixed = spread[3 * i + 1] / root;
        double rest = StrictMath.sqrt(Math.max(0, spread[3 * i + 2] - mixed * mixed));
        double x = data.x(i)[prior.intensity()] + prior.offsetMean();
        Likelihood here = data.anchor(i) ? data.belief(i) : likelihood;
        for (int a = 0; a < RULE.size(); a++) {
            double k = prior.slopeMean() + mean[2 * i] + root * RULE.node(a);
            for (int b = 0; b < RULE.size(); b++) {
                double t = x - mean[2 * i + 1] - mixed * RULE.node(a) - rest * RULE.node(b);
                double weight = RULE.weight(a) * RULE.weight(b);
                here.moments(data.outcome(i), k * t, 0, moments);
                double curvature = weight * Math.max(0, moments.curvature());
                site.log += weight * moments.logMass();
                site.bySlope += weight * moments.slope() * t;
                site.byOffset -= weight * moments.slope() * k;
                site.slopes += curvature * t * t;
                site.both -= curvature * t * k;
                site.offsets += curvature * k * k;
            }
        }
        return site;
    }

    private boolean computeMarginals() {
        for (int i = 0; i < n; i++) {
            double first = StrictMath.sqrt(precision[3 * i]);
            double second = first > 0 ? precision[3 * i + 1] / first : 0;
            roots[3 * i] = first;
            roots[3 * i + 1] = second;
            roots[3 * i + 2] = StrictMath.sqrt(Math.max(0, precision[3 * i + 2] - second * second));
        }
        double[] whitened = SlopeOffsetPosterior.timesRoots(covariance, roots, n, size);
        // RᵀK, whose columns are then multiplied by R.
        for (int row = 0; row < size; row++) {
            for (int j = 0; j < n; j++) {
                double k = whitened[row * size + 2 * j];
                double c = whitened[row * size + 2 * j + 1];
                factor[row * size + 2 * j] = k * roots[3 * j] + c * roots[3 * j + 1];
                factor[row * size + 2 * j + 1] = c * roots[3 * j + 2];
            }
            factor[row * size + row] += 1;
        }
        if (!Cholesky.factor(factor, size)) {
            return false;
        }
        double[] projected = times(covariance, linear);
        double[] rotated = new double[size];
        for (int i = 0; i < n; i++) {
            rotated[2 * i] = roots[3 * i] * projected[2 * i] + roots[3 * i + 1] * projected[2 * i + 1];
            rotated[2 * i + 1] = roots[3 * i + 2] * projected[2 * i + 1];
        }
        Cholesky.solveTransposed(factor, size, rotated);
        Cholesky.solve(factor, size, rotated);
        for (int i = 0; i < n; i++) {
            alpha[2 * i] = linear[2 * i] - roots[3 * i] * rotated[2 * i];
            alpha[2 * i + 1] =
                    linear[2 * i + 1] - roots[3 * i + 1] * rotated[2 * i] - roots[3 * i + 2] * rotated[2 * i + 1];
        }
        System.arraycopy(times(covariance, alpha), 0, mean, 0, size);
        Cholesky.solveTransposed(factor, size, whitened, size);
        bound = -Cholesky.logDeterminant(factor, size);
        for (int i = 0; i < n; i++) {
            int k = 2 * i;
            int c = k + 1;
            spread[3 * i] = covariance[k * size + k];
            spread[3 * i + 1] = 0;
            spread[3 * i + 2] = covariance[c * size + c];
            for (int row = 0; row < size; row++) {
                spread[3 * i] -= whitened[row * size + k] * whitened[row * size + k];
                spread[3 * i + 1] -= whitened[row * size + k] * whitened[row * size + c];
                spread[3 * i + 2] -= whitened[row * size + c] * whitened[row * size + c];
            }
            if (!(spread[3 * i] > 0 && spread[3 * i + 2] > 0)) {
                return false;
            }
            double trace = precision[3 * i] * spread[3 * i]
                    + 2 * precision[3 * i + 1] * spread[3 * i + 1]
                    + precision[3 * i + 2] * spread[3 * i + 2];
            bound += average(i).log + (trace - alpha[k] * mean[k] - alpha[c] * mean[c]) / 2;
        }
        return true;
    }

    private double[] times(double[] matrix, double[] vector) {
        double[] product = new double[size];
        for (int i = 0; i < size; i++) {
            double sum = 0;
            for (int j = 0; j < size; j++) {
                sum += matrix[i * size + j] * vector[j];
            }
            product[i] = sum;
        }
        return product;
    }
}
