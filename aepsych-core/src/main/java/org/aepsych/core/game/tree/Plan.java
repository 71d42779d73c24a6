package org.aepsych.core.game.tree;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A reduced pure strategy: what a player does wherever they can come if they keep to it.
 *
 * @param moves the move, from 0, by the number of the information set among the player's own
 */
public record Plan(SortedMap<Integer, Integer> moves) {
    static final Plan EMPTY = new Plan(new TreeMap<>());

    /** Copies the map. */
    public Plan {
        moves = Collections.unmodifiableSortedMap(new TreeMap<>(moves));
    }

    Plan with(int set, int move) {
        SortedMap<Integer, Integer> more = new TreeMap<>(moves);
        more.put(set, move);
        return new Plan(more);
    }

    Plan and(Plan other) {
        SortedMap<Integer, Integer> more = new TreeMap<>(moves);
        more.putAll(other.moves);
        return new Plan(more);
    }
}
