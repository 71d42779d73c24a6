package org.aepsych.strategies.math;

/** Nodes and weights of Gauss and Legendre's quadrature on the interval from −1 to 1. */
final class GaussLegendre {
    final double[] nodes;
    final double[] weights;

    /** Computes the rule with an even number of nodes, by Newton's iteration on the Legendre polynomial. */
    GaussLegendre(int count) {
        nodes = new double[count];
        weights = new double[count];
        for (int i = 0; i < count / 2; i++) {
            double x = StrictMath.cos(StrictMath.PI * (i + 0.75) / (count + 0.5));
            double derivative = 1;
            for (int iteration = 0; iteration < 8; iteration++) {
                double previous = 1;
                double value = x;
                for (int k = 2; k <= count; k++) {
                    double next = ((2 * k - 1) * x * value - (k - 1) * previous) / k;
                    previous = value;
                    value = next;
                }
                derivative = count * (x * value - previous) / (x * x - 1);
                x -= value / derivative;
            }
            nodes[i] = -x;
            nodes[count - 1 - i] = x;
            weights[i] = 2 / ((1 - x * x) * derivative * derivative);
            weights[count - 1 - i] = weights[i];
        }
    }
}
