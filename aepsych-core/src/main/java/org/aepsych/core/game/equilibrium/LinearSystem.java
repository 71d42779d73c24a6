package org.aepsych.core.game.equilibrium;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.number.Rational;

/** Solves as many linear equations as there are unknowns, exactly. */
final class LinearSystem {
    private final Rational[][] rows;
    private final int size;

    /**
     * A system without equations.
     *
     * @param size how many unknowns, and equations
     */
    LinearSystem(int size) {
        this.size = size;
        this.rows = new Rational[size][size + 1];
    }

    /** Sets a coefficient; the right-hand side is at {@code column == size}. */
    void set(int row, int column, Rational value) {
        rows[row][column] = value;
    }

    /** Solves by Gauss and Jordan; the rows are used up. Empty if there is none or more than one solution. */
    Optional<List<Rational>> solve() {
        for (int column = 0; column < size; column++) {
            int pivot = pivot(column);
            if (pivot < 0) {
                return Optional.empty();
            }
            Rational[] swapped = rows[column];
            rows[column] = rows[pivot];
            rows[pivot] = swapped;
            normalise(column);
            for (int row = 0; row < size; row++) {
                if (row != column) {
                    subtract(row, column);
                }
            }
        }
        List<Rational> solution = new ArrayList<>(size);
        for (Rational[] row : rows) {
            solution.add(row[size]);
        }
        return Optional.of(solution);
    }

    private int pivot(int column) {
        for (int row = column; row < size; row++) {
            if (rows[row][column].signum() != 0) {
                return row;
            }
        }
        return -1;
    }

    private void normalise(int pivot) {
        Rational divisor = rows[pivot][pivot];
        for (int column = pivot; column <= size; column++) {
            rows[pivot][column] = rows[pivot][column].dividedBy(divisor);
        }
    }

    private void subtract(int row, int pivot) {
        Rational factor = rows[row][pivot];
        if (factor.signum() == 0) {
            return;
        }
        for (int column = pivot; column <= size; column++) {
            rows[row][column] = rows[row][column].minus(factor.times(rows[pivot][column]));
        }
    }
}
