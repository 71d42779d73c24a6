package org.aepsych.core.game.definition;

import java.util.List;
import org.aepsych.api.payoff.Settlement.GameAverage;

/**
 * Rounds of an earlier experiment, shown as if they had been played before the first one. They never count.
 *
 * @param rounds oldest first, each with the averages of all games by id
 */
public record PriorHistory(List<List<GameAverage>> rounds) {
    /** Nothing was played before. */
    public static final PriorHistory NONE = new PriorHistory(List.of());

    /** Copies the rounds. */
    public PriorHistory {
        rounds = rounds.stream().map(List::copyOf).toList();
    }

    /**
     * Leaves out the rounds after the last one in which some game was not skipped.
     *
     * @return this history or a shorter one; empty if every round was skipped
     */
    public PriorHistory trimmed() {
        int last = rounds.size() - 1;
        while (last >= 0 && rounds.get(last).stream().allMatch(GameAverage::skipped)) {
            last--;
        }
        return new PriorHistory(rounds.subList(0, last + 1));
    }
}
