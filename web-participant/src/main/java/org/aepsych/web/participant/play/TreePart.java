package org.aepsych.web.participant.play;

import java.util.List;
import java.util.Optional;

/**
 * A game that is played move by move.
 *
 * @param root where it begins
 * @param sets the participant's own choices
 * @param legend what the letters of the history stand for
 */
public record TreePart(Step root, List<Choice> sets, List<String> legend) {
    /** Copies the lists. */
    public TreePart {
        sets = List.copyOf(sets);
        legend = List.copyOf(legend);
    }

    /**
     * A place in the game.
     *
     * @param who moves
     * @param own whether it is the participant
     * @param branches where it can go on
     */
    public record Step(String who, boolean own, List<Branch> branches) {
        /** Copies the list. */
        public Step {
            branches = List.copyOf(branches);
        }
    }

    /**
     * Where a move leads.
     *
     * @param label the move
     * @param next the next place; empty at an end
     * @param ownPayoff what the end pays to the participant
     * @param otherPayoff what it pays to the others
     */
    public record Branch(String label, Optional<Step> next, String ownPayoff, String otherPayoff) {}

    /**
     * One of the participant's own choices.
     *
     * @param title its number, in words
     * @param rows its moves
     */
    public record Choice(String title, List<Row> rows) {
        /** Copies the list. */
        public Choice {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A move of one's own.
     *
     * @param label as the experimenter calls it
     * @param field name of the field for its weight
     * @param entered what was entered
     * @param error why that is not allowed
     */
    public record Row(String label, String field, String entered, Optional<String> error) {}
}
