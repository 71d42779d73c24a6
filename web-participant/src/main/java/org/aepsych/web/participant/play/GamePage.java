package org.aepsych.web.participant.play;

import java.util.List;
import java.util.Optional;
import org.aepsych.web.view.Countdown;
import org.aepsych.web.view.Frame;

/**
 * One game to be played.
 *
 * @param frame around it
 * @param over where the participant stands, above the heading
 * @param heading which game this is
 * @param steps all games of the round
 * @param heads labels of the opponents' actions, a line for each opponent
 * @param rows one's own actions
 * @param tree the game move by move, if it is played so; the matrix is not shown then
 * @param past what was played last, if it is known
 * @param countdown when the round ends
 * @param form what is sent along
 * @param sumError why the weights together are not allowed
 * @param notice something that has just happened
 */
public record GamePage(
        Frame frame,
        String over,
        String heading,
        List<Step> steps,
        List<Head> heads,
        List<Row> rows,
        Optional<TreePart> tree,
        Optional<Past> past,
        Optional<Countdown> countdown,
        PlayForm form,
        Optional<String> sumError,
        Optional<String> notice) {
    /** Copies the lists. */
    public GamePage {
        steps = List.copyOf(steps);
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    /**
     * A game of the round.
     *
     * @param label its number
     * @param address where to play it
     * @param current whether it is the one shown
     * @param done whether it has been played
     */
    public record Step(String label, String address, boolean current, boolean done) {}

    /**
     * A line above the matrix.
     *
     * @param label which opponent; empty if there is only one
     * @param spans their actions from left to right
     */
    public record Head(String label, List<Span> spans) {
        /** Copies the list. */
        public Head {
            spans = List.copyOf(spans);
        }
    }

    /**
     * An opponent's action above the matrix.
     *
     * @param label its letter
     * @param columns how many columns it stands above
     */
    public record Span(String label, int columns) {}

    /**
     * One of one's own actions.
     *
     * @param label its letter
     * @param cells what it pays against each of the opponents' actions
     * @param field name of the field for its weight
     * @param entered what was entered
     * @param error why that is not allowed
     */
    public record Row(String label, List<Cell> cells, String field, String entered, Optional<String> error) {
        /** Copies the list. */
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * What a combination of actions pays.
     *
     * @param own to oneself
     * @param other to the opponent; to several, their payoffs one after the other
     */
    public record Cell(String own, String other) {}

    /**
     * What both sides played in the last round.
     *
     * @param own average of one's own side, action by action
     * @param other average of the opponents
     * @param skipped whether one side had nobody who counts
     */
    public record Past(String own, String other, boolean skipped) {}

    /**
     * What the form sends besides the weights.
     *
     * @param action where it goes
     * @param token form token
     * @param round the round that is meant
     * @param game the game that is meant
     */
    public record PlayForm(String action, String token, int round, int game) {}
}
