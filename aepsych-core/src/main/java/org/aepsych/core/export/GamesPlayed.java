package org.aepsych.core.export;

import java.util.Arrays;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.storage.ResultRow.GameplayRow;

/** How many games everybody played in each round: eight bytes for each, so that even millions need little room. */
final class GamesPlayed {
    private static final int PLAYER_BITS = 31;
    private static final int CHOICE_BITS = 12;

    private long[] rows = new long[1024];
    private int size;

    /** Adds a row; they come in the order of round and participant. */
    void add(GameplayRow row) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, 2 * size);
        }
        rows[size++] = key(row.round(), row.player()) | row.choices();
    }

    long of(int round, ParticipantId player) {
        long key = key(round, player);
        int found = Arrays.binarySearch(rows, 0, size, key);
        int index = found >= 0 ? found : -found - 1;
        boolean there = index < size && rows[index] >>> CHOICE_BITS == key >>> CHOICE_BITS;
        return there ? rows[index] & (1L << CHOICE_BITS) - 1 : 0;
    }

    private static long key(int round, ParticipantId player) {
        return ((long) round << PLAYER_BITS | player.value()) << CHOICE_BITS;
    }
}
