package org.aepsych.strategies.outcome;

import org.aepsych.strategies.math.BivariateNormal;
import org.aepsych.strategies.math.Normal;

/**
 * The probability of the outcome 1 for a latent value f: g + (1 − g) L(f) with a floor g, such as the chance of guessing
 * right, and a rising function L from 0 to 1. L is the normal distribution function, or a mixture of several, Σ wₖ
 * Φ(sₖ(f − tₖ)) (J. F. Monahan and L. A. Stefanski, Normal scale mixture approximations to F*(z), 1992), so that averages
 * over normal latent values and joint probabilities are in closed form for every link. Immutable, thread-safe.
 */
public final class Link {
    private static final double[] ONE = {1};
    private static final double[] NONE = {0};

    /** Weights, slopes and places of the mixture for the logistic function; its error is below 3e-9. */
    private static final double[][] LOGISTIC = {
        {
            0.0013512722604156187,
            0.02679763513348698,
            0.12900584865877568,
            0.2742438996042188,
            0.31772690956794125,
            0.1961671535230564,
            0.051491996933722514,
            0.003215284318382767
        },
        {
            0.23719250641375855,
            0.3074427625358624,
            0.39458274051216213,
            0.50651876421938,
            0.649649206941537,
            0.8304423197113033,
            1.0598769805261663,
            1.366256050753917
        },
        new double[8]
    };

    /** Weights, slopes and places of the mixture for 1 − exp(−exp f); its error is below 3e-5. */
    private static final double[][] GUMBEL = {
        {
            0.008005569635282747,
            0.050329530393034484,
            0.13950051505707273,
            0.24169552384259338,
            0.2766060785929279,
            0.1980847893684444,
            0.07560349238059987,
            0.010174500730044573
        },
        {
            0.5071253943356151,
            0.7509608119886719,
            1.016100466110362,
            1.3146234009526443,
            1.6548856797504001,
            2.046957016009773,
            2.5120542407959103,
            3.1241376292233416
        },
        {
            -4.562381792858062,
            -2.993981858810443,
            -1.8313608209679482,
            -0.9397161094907039,
            -0.22575706364723752,
            0.37110471664979844,
            0.8935261194346991,
            1.3800717636492812
        }
    };

    private static final double REACH = 60;

    private final double floor;
    private final double[] weights;
    private final double[] slopes;
    private final double[] places;
    private final double[] logWeights;

    private Link(double floor, double[] weights, double[] slopes, double[] places) {
        if (!(floor >= 0 && floor < 1)) {
            throw new IllegalArgumentException("a floor is from 0 and below 1, but is " + floor);
        }
        this.floor = floor;
        this.weights = weights.clone();
        this.slopes = slopes.clone();
        this.places = places.clone();
        logWeights = new double[weights.length];
        for (int k = 0; k < weights.length; k++) {
            logWeights[k] = StrictMath.log(weights[k]) + StrictMath.log1p(-floor);
        }
    }

    /**
     * The normal distribution function.
     *
     * @param floor g, from 0 and below 1
     * @return g + (1 − g) Φ(f)
     */
    public static Link probit(double floor) {
        return new Link(floor, ONE, ONE, NONE);
    }

    /**
     * The logistic function.
     *
     * @param floor g, from 0 and below 1
     * @return g + (1 − g) / (1 + exp(−f))
     */
    public static Link logit(double floor) {
        return new Link(floor, LOGISTIC[0], LOGISTIC[1], LOGISTIC[2]);
    }

    /**
     * The function with which psychometric functions of log intensity are Weibull functions.
     *
     * @param floor g, from 0 and below 1
     * @return g + (1 − g) (1 − exp(−exp f))
     */
    public static Link gumbel(double floor) {
        return new Link(floor, GUMBEL[0], GUMBEL[1], GUMBEL[2]);
    }

    /**
     * Returns the probability at the lowest latent values.
     *
     * @return g
     */
    public double floor() {
        return floor;
    }

    /**
     * Tells whether the link is the normal distribution function without a floor, for which most formulas are simpler.
     *
     * @return true if it is Φ
     */
    public boolean plainProbit() {
        return floor == 0 && weights.length == 1;
    }

    /**
     * Returns the probability of the outcome 1, averaged over the latent value.
     *
     * @param mean of the latent value
     * @param variance of the latent value, from 0
     * @return from the floor to 1
     */
    public double probability(double mean, double variance) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * Normal.cdf(argument(k, mean, variance));
        }
        return floor + (1 - floor) * sum;
    }

    /**
     * The same, with its derivatives.
     *
     * @param mean of the latent value
     * @param variance of the latent value, from 0
     * @param out receives the derivatives
     * @return from the floor to 1
     */
    public double probability(double mean, double variance, Sensitivity out) {
        double sum = 0;
        double byMean = 0;
        double byVariance = 0;
        for (int k = 0; k < weights.length; k++) {
            double scale = slopes[k] / spread(k, variance);
            double a = scale * (mean - places[k]);
            double density = weights[k] * Normal.density(a);
            sum += weights[k] * Normal.cdf(a);
            byMean += density * scale;
            byVariance -= density * a * scale * scale / 2;
        }
        out.set((1 - floor) * byMean, (1 - floor) * byVariance);
        return floor + (1 - floor) * sum;
    }

    /**
     * Returns the probability that the outcome is 1 and that a standard normal number is below a limit.
     *
     * @param mean of the latent value
     * @param variance of the latent value, from 0
     * @param covariance of the latent value and the number
     * @param limit of the number
     * @param below probability that the number is below the limit, Φ(limit)
     * @return from 0 to the smaller of both probabilities
     */
    public double jointly(double mean, double variance, double covariance, double limit, double below) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            double spread = spread(k, variance);
            double argument = slopes[k] * (mean - places[k]) / spread;
            double rho = clamp(-covariance * slopes[k] / spread);
            sum += weights[k] * BivariateNormal.cdf(argument, limit, rho, Normal.cdf(argument), below);
        }
        return floor * below + (1 - floor) * sum;
    }

    /**
     * The same, with its derivatives.
     *
     * @param mean of the latent value
     * @param variance of the latent value, from 0
     * @param covariance of the latent value and the number
     * @param limit of the number
     * @param below probability that the number is below the limit, Φ(limit)
     * @param out receives the derivatives
     * @return from 0 to the smaller of both probabilities
     */
    public double jointly(
            double mean, double variance, double covariance, double limit, double below, Sensitivity out) {
        double sum = 0;
        double byMean = 0;
        double byVariance = 0;
        double byCovariance = 0;
        double byLimit = 0;
        for (int k = 0; k < weights.length; k++) {
            double scale = slopes[k] / spread(k, variance);
            double a = scale * (mean - places[k]);
            double rho = clamp(-covariance * scale);
            double byA = weights[k] * BivariateNormal.slope(a, limit, rho);
            double byRho = weights[k] * BivariateNormal.density(a, limit, rho);
            sum += weights[k] * BivariateNormal.cdf(a, limit, rho, Normal.cdf(a), below);
            byMean += byA * scale;
            byVariance -= (byA * a + byRho * rho) * scale * scale / 2;
            byCovariance -= byRho * scale;
            byLimit += weights[k] * BivariateNormal.slope(limit, a, rho);
        }
        out.set(
                (1 - floor) * byMean,
                (1 - floor) * byVariance,
                (1 - floor) * byCovariance,
                floor * Normal.density(limit) + (1 - floor) * byLimit);
        return floor * below + (1 - floor) * sum;
    }

    /**
     * Returns the probability that the outcomes for two latent values are both 1.
     *
     * @param mean of the first value
     * @param variance of the first value, from 0
     * @param otherMean of the second value
     * @param otherVariance of the second value, from 0
     * @param covariance of both
     * @return from 0 to the smaller of both probabilities
     */
    public double both(double mean, double variance, double otherMean, double otherVariance, double covariance) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            double spread = spread(k, variance);
            double a = slopes[k] * (mean - places[k]) / spread;
            double cdf = Normal.cdf(a);
            for (int l = 0; l < weights.length; l++) {
                double otherSpread = spread(l, otherVariance);
                double b = slopes[l] * (otherMean - places[l]) / otherSpread;
                double rho = clamp(covariance * slopes[k] * slopes[l] / (spread * otherSpread));
                sum += weights[k] * weights[l] * BivariateNormal.cdf(a, b, rho, cdf, Normal.cdf(b));
            }
        }
        if (floor == 0) {
            return sum;
        }
        double first = probability(mean, variance) - floor;
        double second = probability(otherMean, otherVariance) - floor;
        return floor * floor + floor * (first + second) + (1 - floor) * (1 - floor) * sum;
    }

    /**
     * The same, with its derivatives by the moments of the first value.
     *
     * @param mean of the first value
     * @param variance of the first value, from 0
     * @param otherMean of the second value
     * @param otherVariance of the second value, from 0
     * @param covariance of both
     * @param out receives the derivatives
     * @return from 0 to the smaller of both probabilities
     */
    public double both(
            double mean, double variance, double otherMean, double otherVariance, double covariance, Sensitivity out) {
        double sum = 0;
        double byMean = 0;
        double byVariance = 0;
        double byCovariance = 0;
        for (int k = 0; k < weights.length; k++) {
            double scale = slopes[k] / spread(k, variance);
            double a = scale * (mean - places[k]);
            double cdf = Normal.cdf(a);
            for (int l = 0; l < weights.length; l++) {
                double otherScale = slopes[l] / spread(l, otherVariance);
                double b = otherScale * (otherMean - places[l]);
                double rho = clamp(covariance * scale * otherScale);
                double weight = weights[k] * weights[l];
                double byA = weight * BivariateNormal.slope(a, b, rho);
                double byRho = weight * BivariateNormal.density(a, b, rho);
                sum += weight * BivariateNormal.cdf(a, b, rho, cdf, Normal.cdf(b));
                byMean += byA * scale;
                byVariance -= (byA * a + byRho * rho) * scale * scale / 2;
                byCovariance += byRho * scale * otherScale;
            }
        }
        double first = probability(mean, variance, out) - floor;
        double second = probability(otherMean, otherVariance) - floor;
        double rest = (1 - floor) * (1 - floor);
        out.set(
                floor * out.byMean() + rest * byMean,
                floor * out.byVariance() + rest * byVariance,
                rest * byCovariance,
                0);
        return floor * floor + floor * (first + second) + rest * sum;
    }

    /**
     * Returns how uncertain the probability of the outcome 1 is.
     *
     * @param mean of the latent value
     * @param variance of the latent value, from 0
     * @return the variance of the probability, from 0
     */
    public double variance(double mean, double variance) {
        double probability = probability(mean, variance);
        return Math.max(0, both(mean, variance, mean, variance, variance) - probability * probability);
    }

    /**
     * The same, with its derivatives.
     *
     * @param mean of the latent value
     * @param variance of the latent value, from 0
     * @param out receives the derivatives
     * @return the variance of the probability, from 0
     */
    public double variance(double mean, double variance, Sensitivity out) {
        double square = both(mean, variance, mean, variance, variance, out);
        // Both values are the same, so what holds of the first holds of the second.
        double byMean = 2 * out.byMean();
        double byVariance = 2 * out.byVariance() + out.byCovariance();
        double probability = probability(mean, variance, out);
        out.set(byMean - 2 * probability * out.byMean(), byVariance - 2 * probability * out.byVariance());
        return Math.max(0, square - probability * probability);
    }

    /**
     * Returns the latent value at which the outcome 1 has a probability.
     *
     * @param probability above the floor and below 1
     * @return f
     * @throws IllegalArgumentException if the probability is out of range
     */
    public double inverse(double probability) {
        if (!(probability > floor && probability < 1)) {
            throw new IllegalArgumentException(
                    "a response probability lies between " + floor + " and 1, but is " + probability);
        }
        double above = (probability - floor) / (1 - floor);
        if (weights.length == 1) {
            return Normal.quantile(above);
        }
        double low = -REACH;
        double high = REACH;
        while (high - low > 1e-14 * Math.max(1, Math.abs(low))) {
            double middle = (low + high) / 2;
            if (middle <= low || middle >= high) {
                break;
            }
            if (probability(middle, 0) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Computes the logarithm of the probability of an outcome, averaged over the latent value, and its derivatives. */
    void moments(boolean one, double mean, double variance, Moments out) {
        double sign = one ? 1 : -1;
        if (weights.length == 1 && (floor == 0 || !one)) {
            double spread = spread(0, variance);
            double z = sign * mean / spread;
            double hazard = Normal.hazard(z);
            double logMass = floor == 0 ? Normal.logCdf(z) : Normal.logCdf(z) + logWeights[0];
            out.set(logMass, sign * hazard / spread, hazard * (z + hazard) / (spread * spread));
            return;
        }
        double guessed = one && floor > 0 ? StrictMath.log(floor) : Double.NEGATIVE_INFINITY;
        double[] logs = new double[weights.length];
        double most = guessed;
        for (int k = 0; k < weights.length; k++) {
            logs[k] = logWeights[k] + Normal.logCdf(sign * argument(k, mean, variance));
            most = Math.max(most, logs[k]);
        }
        double total = StrictMath.exp(guessed - most);
        double first = 0;
        double second = 0;
        for (int k = 0; k < weights.length; k++) {
            double share = StrictMath.exp(logs[k] - most);
            double scale = slopes[k] / spread(k, variance);
            double z = sign * argument(k, mean, variance);
            double hazard = Normal.hazard(z);
            total += share;
            first += share * scale * hazard;
            second -= share * scale * scale * z * hazard;
        }
        double slope = sign * first / total;
        out.set(most + StrictMath.log(total), slope, slope * slope - second / total);
    }

    private double argument(int k, double mean, double variance) {
        return slopes[k] * (mean - places[k]) / spread(k, variance);
    }

    private double spread(int k, double variance) {
        return StrictMath.sqrt(1 + slopes[k] * slopes[k] * variance);
    }

    private static double clamp(double rho) {
        return Math.max(-1, Math.min(1, rho));
    }
}
