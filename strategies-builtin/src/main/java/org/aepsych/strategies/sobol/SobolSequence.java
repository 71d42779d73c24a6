package org.aepsych.strategies.sobol;

import java.util.random.RandomGenerator;

/**
 * The Sobol sequence, a low-discrepancy sequence of points in the unit cube (I. M. Sobol, 1967; direction numbers of
 * S. Joe and F. Y. Kuo, SIAM J. Sci. Comput. 30, 2008), with 32 bits a coordinate. Points are addressed by number, so
 * the caller keeps no generator state. Immutable, thread-safe.
 */
public final class SobolSequence {
    /** Largest number of dimensions. */
    public static final int MAX_DIMENSION = DirectionNumbers.DIMENSIONS;

    private static final int BITS = 32;
    private static final double CELL = 0x1p-32;

    private final int[][] directions;
    private final int[] shift;
    private final double offset;

    private SobolSequence(int[][] directions, int[] shift, double offset) {
        this.directions = directions;
        this.shift = shift;
        this.offset = offset;
    }

    /**
     * The sequence as published; its first point is the origin.
     *
     * @param dimension from 0 to {@link #MAX_DIMENSION}
     * @return the sequence
     */
    public static SobolSequence unscrambled(int dimension) {
        return new SobolSequence(DirectionNumbers.first(dimension), new int[dimension], 0);
    }

    /**
     * The sequence scrambled by a random linear map of the bits of every coordinate and a random digital shift (J.
     * Matousek, On the L2-discrepancy for anchored boxes, J. Complexity 14, 1998): every point is uniformly
     * distributed in the open cube, and stratification is kept.
     *
     * @param dimension from 0 to {@link #MAX_DIMENSION}
     * @param random decides the scrambling; read now, not kept
     * @return the sequence
     */
    public static SobolSequence scrambled(int dimension, RandomGenerator random) {
        int[][] directions = DirectionNumbers.first(dimension);
        int[] shift = new int[dimension];
        for (int j = 0; j < dimension; j++) {
            int[] rows = new int[BITS];
            for (int bit = 0; bit < BITS; bit++) {
                // A row of a lower triangular matrix with unit diagonal; the highest bit is the first digit, and the
                // mask of the first row is empty because its diagonal shifted out leaves 0.
                int diagonal = 1 << (BITS - 1 - bit);
                rows[bit] = diagonal | (random.nextInt() & -(diagonal << 1));
            }
            for (int i = 0; i < BITS; i++) {
                directions[j][i] = multiply(rows, directions[j][i]);
            }
            shift[j] = random.nextInt();
        }
        return new SobolSequence(directions, shift, CELL / 2);
    }

    /**
     * Returns the number of coordinates of a point.
     *
     * @return the dimension
     */
    public int dimension() {
        return shift.length;
    }

    /**
     * Returns a point of the sequence.
     *
     * @param number 0-based place in the sequence
     * @return coordinates from 0 to below 1, a new array
     */
    public double[] point(int number) {
        int gray = number ^ (number >>> 1);
        double[] point = new double[shift.length];
        for (int j = 0; j < point.length; j++) {
            int bits = shift[j];
            for (int rest = gray, i = 0; rest != 0; rest >>>= 1, i++) {
                if ((rest & 1) != 0) {
                    bits ^= directions[j][i];
                }
            }
            point[j] = (double) Integer.toUnsignedLong(bits) * CELL + offset;
        }
        return point;
    }

    /**
     * Returns the first points of the sequence.
     *
     * @param count how many; powers of two are stratified best
     * @return the points, new arrays
     */
    public double[][] points(int count) {
        double[][] points = new double[count][];
        for (int i = 0; i < count; i++) {
            points[i] = point(i);
        }
        return points;
    }

    private static int multiply(int[] rows, int vector) {
        int product = 0;
        for (int bit = 0; bit < BITS; bit++) {
            product |= (Integer.bitCount(rows[bit] & vector) & 1) << (BITS - 1 - bit);
        }
        return product;
    }
}
