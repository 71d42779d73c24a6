package org.aepsych.web.admin;

import java.util.List;
import java.util.Optional;
import org.aepsych.web.view.Countdown;
import org.aepsych.web.view.Frame;

/**
 * A game experiment while it runs.
 *
 * @param frame around it
 * @param name what it is called
 * @param description more about it, empty if there is nothing
 * @param state how far it is, in words
 * @param running whether rounds are running
 * @param address where the buttons' forms are sent
 * @param token form token
 * @param joinAddress where participants join
 * @param figures what can be counted
 * @param countdown what is due when
 * @param meters how complete the round is, by role
 * @param steps what can be done now
 * @param games what is played
 * @param participants who takes part
 * @param rounds what was played on average
 * @param winners who has won
 */
public record MonitorPage(
        Frame frame,
        String name,
        String description,
        String state,
        boolean running,
        String address,
        String token,
        String joinAddress,
        List<Figure> figures,
        Optional<Countdown> countdown,
        List<Meter> meters,
        Steps steps,
        List<Matrix> games,
        List<Person> participants,
        List<RoundLine> rounds,
        List<WinnerLine> winners) {
    /** Copies the lists. */
    public MonitorPage {
        figures = List.copyOf(figures);
        meters = List.copyOf(meters);
        games = List.copyOf(games);
        participants = List.copyOf(participants);
        rounds = List.copyOf(rounds);
        winners = List.copyOf(winners);
    }

    /**
     * A number with a name.
     *
     * @param label what it says
     * @param value the number as shown
     */
    public record Figure(String label, String value) {}

    /**
     * How complete the round is on one side.
     *
     * @param label which side
     * @param complete players who have played all games
     * @param present players who may
     */
    public record Meter(String label, int complete, int present) {}

    /**
     * What can be done now.
     *
     * @param start whether the experiment can be started
     * @param advance whether a round can be ended
     * @param draw whether the lottery can be drawn
     * @param winners how many winners are meant to be drawn
     */
    public record Steps(boolean start, boolean advance, boolean draw, int winners) {}

    /**
     * A game.
     *
     * @param name what it is called
     * @param columns labels of the columns
     * @param rows cells with their label
     */
    public record Matrix(String name, List<String> columns, List<MatrixRow> rows) {
        /** Copies the lists. */
        public Matrix {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row of a game.
     *
     * @param label its letter
     * @param cells row player's and column player's payoff
     */
    public record MatrixRow(String label, List<Cell> cells) {
        /** Copies the list. */
        public MatrixRow {
            cells = List.copyOf(cells);
        }
    }

    /**
     * What a pair of actions pays.
     *
     * @param row to the row player
     * @param column to the column player
     */
    public record Cell(String row, String column) {}

    /**
     * A participant.
     *
     * @param id pseudonymous id
     * @param identifier what they are called
     * @param side row, column or lobby
     * @param joined first round, as people count
     * @param played games played in the current round
     * @param payoff earned so far
     * @param tickets that, rounded up
     * @param enabled whether they may play
     * @param prize which prize they won, empty if none
     */
    public record Person(
            long id,
            String identifier,
            String side,
            String joined,
            String played,
            String payoff,
            String tickets,
            boolean enabled,
            String prize) {}

    /**
     * A game in a finished round.
     *
     * @param round as people count
     * @param game its name
     * @param rows average weights of the row players
     * @param columns average weights of the column players
     * @param plays how many players counted
     */
    public record RoundLine(String round, String game, String rows, String columns, String plays) {}

    /**
     * A winner.
     *
     * @param prize which prize, from 1
     * @param ticket winning ticket, from 1
     * @param identifier whose
     */
    public record WinnerLine(String prize, String ticket, String identifier) {}
}
