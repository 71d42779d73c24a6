package org.aepsych.strategies.kernel;

/**
 * The covariance of f(first) − f(second), where the coordinates of a place are those of two stimuli, perhaps with some
 * that both share; those multiply by a covariance of their own.
 */
final class HalvesDifference implements Kernel {
    private final Kernel utility;
    private final Kernel shared;
    private final int[] first;
    private final int[] second;

    /**
     * A covariance.
     *
     * @param utility covariance of f, which looks at coordinates 0, 1, …
     * @param shared covariance over the shared coordinates
     * @param first places of the first stimulus' coordinates
     * @param second places of the second stimulus' coordinates
     */
    HalvesDifference(Kernel utility, Kernel shared, int[] first, int[] second) {
        this.utility = utility;
        this.shared = shared;
        this.first = first;
        this.second = second;
    }

    @Override
    public double between(double[] a, int i, double[] b, int j) {
        return difference(a, i, b, j) * shared.between(a, i, b, j);
    }

    private double difference(double[] a, int i, double[] b, int j) {
        double[] a1 = taken(a, i, first);
        double[] a2 = taken(a, i, second);
        double[] b1 = taken(b, j, first);
        double[] b2 = taken(b, j, second);
        return utility.between(a1, b1) + utility.between(a2, b2) - utility.between(a1, b2) - utility.between(a2, b1);
    }

    @Override
    public void addGradient(double[] a, int i, double[] b, int j, double weight, double[] out) {
        double[] a1 = taken(a, i, first);
        double[] a2 = taken(a, i, second);
        double[] b1 = taken(b, j, first);
        double[] b2 = taken(b, j, second);
        double scaled = weight * shared.between(a, i, b, j);
        utility.addGradient(a1, 0, b1, 0, scaled, out);
        utility.addGradient(a2, 0, b2, 0, scaled, out);
        utility.addGradient(a1, 0, b2, 0, -scaled, out);
        utility.addGradient(a2, 0, b1, 0, -scaled, out);
        shared.addGradient(a, i, b, j, weight * difference(a, i, b, j), out);
    }

    @Override
    public void addSlope(double[] a, int i, double[] b, int j, double weight, double[] out) {
        double[] b1 = taken(b, j, first);
        double[] b2 = taken(b, j, second);
        double scaled = weight * shared.between(a, i, b, j);
        addHalf(a, i, first, b1, b2, scaled, out);
        addHalf(a, i, second, b2, b1, scaled, out);
        shared.addSlope(a, i, b, j, weight * difference(a, i, b, j), out);
    }

    private void addHalf(double[] a, int i, int[] half, double[] same, double[] other, double weight, double[] out) {
        double[] here = taken(a, i, half);
        double[] slopes = new double[here.length];
        utility.addSlope(here, 0, same, 0, weight, slopes);
        utility.addSlope(here, 0, other, 0, -weight, slopes);
        for (int d = 0; d < slopes.length; d++) {
            out[i + half[d]] += slopes[d];
        }
    }

    private static double[] taken(double[] place, int from, int[] coordinates) {
        double[] taken = new double[coordinates.length];
        for (int d = 0; d < taken.length; d++) {
            taken[d] = place[from + coordinates[d]];
        }
        return taken;
    }
}
