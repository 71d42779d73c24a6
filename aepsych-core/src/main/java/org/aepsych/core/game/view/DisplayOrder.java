package org.aepsych.core.game.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The order in which a participant is shown games and actions: gamelab's shuffle, which browsers compute alike. Its
 * generator takes the fraction of {@code 10000 · sin(seed)} and counts the seed up; the sine is that of fdlibm.
 */
public final class DisplayOrder {
    private DisplayOrder() {}

    /**
     * Returns the order of things.
     *
     * @param size how many things
     * @param seed seed of the participant
     * @return their 0-based numbers in the order in which to show them
     */
    public static List<Integer> shuffled(int size, long seed) {
        List<Integer> order = new ArrayList<>(inOrder(size));
        for (int i = size; i > 0; i--) {
            double x = StrictMath.sin((double) (seed + size - i)) * 10_000;
            int other = (int) Math.floor((x - Math.floor(x)) * i);
            Collections.swap(order, i - 1, other);
        }
        return List.copyOf(order);
    }

    /**
     * Returns the order of things that are not shuffled.
     *
     * @param size how many things
     * @return 0 to {@code size − 1}
     */
    public static List<Integer> inOrder(int size) {
        List<Integer> order = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            order.add(i);
        }
        return List.copyOf(order);
    }
}
