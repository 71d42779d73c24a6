package org.aepsych.web.participant.play;

import java.util.List;
import java.util.Optional;
import org.aepsych.web.participant.rules.DrawProof;
import org.aepsych.web.view.Frame;

/**
 * How it ended for the participant.
 *
 * @param frame around it
 * @param heading in a few words
 * @param message what happens now
 * @param won whether a prize was won
 * @param figures what was earned
 * @param prize what can be won, in words
 * @param winningTickets in the order of drawing
 * @param history where past rounds are shown
 * @param rounds what was earned in each round
 * @param proof how the draw can be checked; empty if there is no lottery
 */
public record ResultPage(
        Frame frame,
        String heading,
        String message,
        boolean won,
        List<Figure> figures,
        Optional<String> prize,
        List<Ticket> winningTickets,
        Optional<String> history,
        List<Paid> rounds,
        Optional<DrawProof> proof) {
    /** Copies the lists. */
    public ResultPage {
        figures = List.copyOf(figures);
        winningTickets = List.copyOf(winningTickets);
        rounds = List.copyOf(rounds);
    }

    /**
     * What a round paid.
     *
     * @param round its number, as people count
     * @param payoff earned in it
     * @param why where that is unfolded
     */
    public record Paid(String round, String payoff, String why) {}

    /**
     * A ticket that won.
     *
     * @param number as people count, from 1
     * @param mine whether it is the participant's
     */
    public record Ticket(String number, boolean mine) {}
}
