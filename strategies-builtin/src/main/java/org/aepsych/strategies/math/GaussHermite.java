package org.aepsych.strategies.math;

/**
 * Gauss–Hermite quadrature in its form for expectations: Σ wᵢ g(xᵢ) is the expectation of g over a standard normal number,
 * exactly if g is a polynomial of degree below twice the number of nodes. Nodes are the zeros of the Hermite polynomials,
 * found by Newton's method on the orthonormal recurrence (W. Gautschi, Orthogonal Polynomials, 2004, section 1.4) from the
 * gaps between those found before; weights follow from the Christoffel numbers. Immutable, thread-safe.
 */
public final class GaussHermite {
    private static final int MOST_STEPS = 100;

    private final double[] nodes;
    private final double[] weights;

    /**
     * A rule.
     *
     * @param count number of nodes, from 1 to 100
     */
    public GaussHermite(int count) {
        if (count < 1 || count > 100) {
            throw new IllegalArgumentException("a rule has from 1 to 100 nodes: " + count);
        }
        nodes = new double[count];
        weights = new double[count];
        for (int i = 0; i < (count + 1) / 2; i++) {
            double x = zero(count, i);
            int mirrored = count - 1 - i;
            nodes[mirrored] = x;
            nodes[i] = -x;
            double below = orthonormal(count - 1, x);
            weights[i] = 1 / (count * below * below);
            weights[mirrored] = weights[i];
        }
    }

    /** Finds the largest zero but i: between two zeros of the polynomial before there is exactly one. */
    private double zero(int count, int i) {
        if (count % 2 == 1 && i == count / 2) {
            return 0;
        }
        double x;
        if (i == 0) {
            x = StrictMath.sqrt(4.0 * count + 2);
        } else {
            x = nodes[count - i] - 0.1 / StrictMath.sqrt(count);
        }
        for (int step = 0; step < MOST_STEPS; step++) {
            double value = orthonormal(count, x);
            double slope = StrictMath.sqrt(count) * orthonormal(count - 1, x);
            // Zeros that were found are divided out, so that none is found twice.
            double repelled = slope / value;
            for (int j = 0; j < i; j++) {
                repelled -= 1 / (x - nodes[count - 1 - j]);
            }
            double next = value == 0 ? x : x - 1 / repelled;
            boolean done = Math.abs(next - x) <= 1e-15 * Math.max(1, Math.abs(x));
            x = next;
            if (done || value == 0) {
                break;
            }
        }
        // The last steps go to the zero itself, without the others' rounding errors.
        for (int step = 0; step < 3; step++) {
            x -= orthonormal(count, x) / (StrictMath.sqrt(count) * orthonormal(count - 1, x));
        }
        return x;
    }

    /** Returns the Hermite polynomial that is orthonormal under the standard normal density. */
    private static double orthonormal(int degree, double x) {
        double before = 0;
        double here = 1;
        for (int k = 0; k < degree; k++) {
            double next = (x * here - StrictMath.sqrt(k) * before) / StrictMath.sqrt(k + 1.0);
            before = here;
            here = next;
        }
        return here;
    }

    /**
     * Returns the number of nodes.
     *
     * @return from 1
     */
    public int size() {
        return nodes.length;
    }

    /**
     * Returns a node.
     *
     * @param i 0-based, from the lowest up
     * @return xᵢ
     */
    public double node(int i) {
        return nodes[i];
    }

    /**
     * Returns the weight of a node; all add up to 1.
     *
     * @param i 0-based
     * @return wᵢ
     */
    public double weight(int i) {
        return weights[i];
    }
}
