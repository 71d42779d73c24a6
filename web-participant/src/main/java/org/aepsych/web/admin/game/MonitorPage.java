package org.aepsych.web.admin.game;

import java.util.List;
import java.util.Optional;
import org.aepsych.web.admin.head.ExperimentHead;
import org.aepsych.web.admin.head.Figure;
import org.aepsych.web.view.Countdown;

/**
 * A game experiment while it runs.
 *
 * @param head what all its pages begin with
 * @param address where the buttons' forms are sent
 * @param token form token
 * @param checks what should be in order before it starts; none afterwards
 * @param figures what can be counted
 * @param pulse messages of the last minute
 * @param countdown what is due when
 * @param meters how complete the round is, by role
 * @param start what a start would do; empty once it was started
 * @param steps what else can be done now
 * @param participants who takes part
 * @param rounds what was played on average
 * @param winners who has won
 * @param lottery how the draw is made and checked; empty if there is no lottery
 */
public record MonitorPage(
        ExperimentHead head,
        String address,
        String token,
        List<Check> checks,
        List<Figure> figures,
        PulseLine pulse,
        Optional<Countdown> countdown,
        List<Meter> meters,
        Optional<StartNotice> start,
        Steps steps,
        List<Person> participants,
        List<RoundLine> rounds,
        List<WinnerLine> winners,
        Optional<LotteryCard> lottery) {
    /** Copies the lists. */
    public MonitorPage {
        checks = List.copyOf(checks);
        figures = List.copyOf(figures);
        meters = List.copyOf(meters);
        participants = List.copyOf(participants);
        rounds = List.copyOf(rounds);
        winners = List.copyOf(winners);
    }

    /**
     * Something that should be in order before the start.
     *
     * @param good whether it is
     * @param label what it is, in words
     * @param advice what can be done about it, empty if nothing has to be
     */
    public record Check(boolean good, String label, String advice) {}

    /**
     * How busy the log is.
     *
     * @param label the latest count in words
     * @param points a line over the last minute, in a view box of 120 × 24
     * @param most the largest count of a second
     */
    public record PulseLine(String label, String points, int most) {}

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
     * @param advance whether a round can be ended
     * @param draw whether the lottery can be drawn
     * @param winners how many winners are meant to be drawn
     * @param bound whether the draw is bound to a secret, so that no seed is entered
     * @param sandbox whether simulated participants can play the round
     */
    public record Steps(boolean advance, boolean draw, int winners, boolean bound, boolean sandbox) {}

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
     * @param rowBest whether the row is a best reply to the column
     * @param columnBest whether the column is a best reply to the row
     */
    public record Cell(String row, String column, boolean rowBest, boolean columnBest) {}

    /**
     * A participant.
     *
     * @param id pseudonymous id
     * @param identifier what they are called
     * @param side row, column or lobby
     * @param presence {@code here}, {@code away} or {@code unseen}
     * @param seen when they were last seen, in words
     * @param where what they are doing, in words
     * @param busy whether others wait for them
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
            String presence,
            String seen,
            String where,
            boolean busy,
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
     * How the lottery is drawn, and how anybody can check that.
     *
     * @param explanation where the draw comes from, in a sentence
     * @param facts what is published
     * @param problem what is wrong with the draw, empty if it came out the same again, absent before the draw
     * @param command what draws again; empty before the draw
     * @param document where everything is published
     */
    public record LotteryCard(
            String explanation, List<Figure> facts, Optional<String> problem, String command, String document) {
        /** Copies the list. */
        public LotteryCard {
            facts = List.copyOf(facts);
        }
    }

    /**
     * A winner.
     *
     * @param prize which prize, from 1
     * @param ticket winning ticket, from 1
     * @param identifier whose
     */
    public record WinnerLine(String prize, String ticket, String identifier) {}
}
