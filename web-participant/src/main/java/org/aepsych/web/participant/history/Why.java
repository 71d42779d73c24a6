package org.aepsych.web.participant.history;

import java.util.List;
import java.util.Optional;
import org.aepsych.web.view.ExactNumber;

/**
 * Why a round paid what it paid.
 *
 * @param round its number, as people count
 * @param earlier where the round before is unfolded
 * @param later where the next one is
 * @param games each game's part
 */
public record Why(String round, Optional<String> earlier, Optional<String> later, List<Game> games) {
    /** Copies the list. */
    public Why {
        games = List.copyOf(games);
    }

    /**
     * A game's part.
     *
     * @param title which game, and what it paid
     * @param reason where that comes from, in a sentence
     * @param lines what each combination of choices adds; none if there is nothing to unfold
     * @param sum of the lines
     */
    public record Game(String title, String reason, List<Line> lines, ExactNumber sum) {
        /** Copies the list. */
        public Game {
            lines = List.copyOf(lines);
        }
    }

    /**
     * What a combination of choices adds.
     *
     * @param cell its labels
     * @param own one's own weight
     * @param others the others' weight
     * @param payoff what the cell pays
     * @param adds the product of the three
     */
    public record Line(String cell, ExactNumber own, ExactNumber others, ExactNumber payoff, ExactNumber adds) {}
}
