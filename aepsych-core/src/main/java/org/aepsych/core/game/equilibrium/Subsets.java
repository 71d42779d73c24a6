package org.aepsych.core.game.equilibrium;

import java.util.ArrayList;
import java.util.List;

/** The subsets of the first whole numbers. */
final class Subsets {
    private Subsets() {}

    /**
     * Lists subsets.
     *
     * @param count of the numbers 0 to {@code count − 1}
     * @param size of each subset
     * @return in lexicographic order, each ascending
     */
    static List<int[]> of(int count, int size) {
        List<int[]> subsets = new ArrayList<>();
        extend(subsets, new int[size], 0, 0, count);
        return subsets;
    }

    private static void extend(List<int[]> subsets, int[] chosen, int length, int from, int count) {
        if (length == chosen.length) {
            subsets.add(chosen.clone());
            return;
        }
        for (int next = from; next <= count - (chosen.length - length); next++) {
            chosen[length] = next;
            extend(subsets, chosen, length + 1, next + 1, count);
        }
    }
}
