package org.aepsych.strategies.sobol;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Direction numbers by the recurrence of Bratley and Fox (ACM TOMS 14, 1988) from the table in the resource. */
final class DirectionNumbers {
    static final int DIMENSIONS = 64;

    private static final int BITS = 32;
    private static final List<int[]> TABLE = read();

    private DirectionNumbers() {}

    /** Returns the numbers of the first dimensions, new arrays; the i-th of a dimension belongs to bit i of the index. */
    static int[][] first(int dimensions) {
        if (dimensions < 0 || dimensions > DIMENSIONS) {
            throw new IllegalArgumentException(
                    "a Sobol sequence has from 0 to " + DIMENSIONS + " dimensions, not " + dimensions);
        }
        int[][] numbers = new int[dimensions][];
        for (int j = 0; j < dimensions; j++) {
            numbers[j] = j == 0 ? vanDerCorput() : recurrence(TABLE.get(j - 1));
        }
        return numbers;
    }

    private static int[] vanDerCorput() {
        int[] v = new int[BITS];
        for (int i = 0; i < BITS; i++) {
            v[i] = 1 << (BITS - 1 - i);
        }
        return v;
    }

    private static int[] recurrence(int[] line) {
        int polynomial = line[0];
        int degree = line.length - 1;
        int[] v = new int[BITS];
        for (int i = 0; i < BITS; i++) {
            if (i < degree) {
                v[i] = line[i + 1] << (BITS - 1 - i);
            } else {
                v[i] = v[i - degree] ^ (v[i - degree] >>> degree);
                for (int k = 1; k < degree; k++) {
                    if ((polynomial >>> (degree - k) & 1) != 0) {
                        v[i] ^= v[i - k];
                    }
                }
            }
        }
        return v;
    }

    private static List<int[]> read() {
        InputStream resource = Objects.requireNonNull(
                DirectionNumbers.class.getResourceAsStream("direction-numbers.txt"), "direction-numbers.txt");
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.US_ASCII))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split(" ", -1))
                            .mapToInt(Integer::parseInt)
                            .toArray())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
