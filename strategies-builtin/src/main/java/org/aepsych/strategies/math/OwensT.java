package org.aepsych.strategies.math;

/**
 * Owen's T function, the probability that X &gt; h and 0 &lt; Y &lt; aX for independent standard normal X and Y (D. B. Owen,
 * Tables for computing bivariate normal probabilities, Annals of Mathematical Statistics 27, 1956). The integral over the
 * angle is done by Gauss and Legendre's quadrature for |a| up to 1, and larger |a| are reflected. The absolute error is
 * below 1e-15, the relative error below 1e-12 where T is a normal number.
 */
public final class OwensT {
    private static final double TWO_PI = 2 * StrictMath.PI;
    private static final GaussLegendre RULE = new GaussLegendre(20);
    private static final double PANEL = 1.5;

    private OwensT() {}

    /**
     * Computes the function.
     *
     * @param h any number
     * @param a any number
     * @return T(h, a), odd in a and even in h
     */
    public static double at(double h, double a) {
        double positive = Math.abs(h);
        double value = Math.abs(a) <= 1 ? integral(positive, Math.abs(a)) : reflected(positive, Math.abs(a));
        return a < 0 ? -value : value;
    }

    private static double reflected(double h, double a) {
        double ah = a * h;
        double rest = integral(ah, 1 / a);
        // ½Φ(h) + ½Φ(ah) − Φ(h)Φ(ah) in upper tails, which do not cancel.
        double q = Normal.cdf(-h);
        double far = Normal.cdf(-ah);
        return (q + far) / 2 - q * far - rest;
    }

    private static double integral(double h, double a) {
        // The integrand falls over a width of 1/h.
        int panels = 1 + (int) Math.min(20, h * a / PANEL);
        double reach = Math.min(a, h > 0 ? 40 / h : a);
        double width = reach / panels;
        double sum = 0;
        for (int p = 0; p < panels; p++) {
            for (int i = 0; i < RULE.nodes.length; i++) {
                double x = width * (p + (RULE.nodes[i] + 1) / 2);
                sum += RULE.weights[i] * StrictMath.exp(-h * h * x * x / 2) / (1 + x * x);
            }
        }
        return StrictMath.exp(-h * h / 2) * sum * width / 2 / TWO_PI;
    }
}
