package org.aepsych.web.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.core.game.lottery.Winner;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.game.view.ParticipantView;
import org.aepsych.core.game.view.RoundClock;

/**
 * Everything a participant may see, as JSON. Numbers that must be exact are texts such as {@code "1/3"}. Actions are in
 * the experiment's order.
 *
 * @param experiment its id
 * @param participant pseudonymous id
 * @param phase new, started, over or drawn
 * @param situation what to do: play, wait, lobby, finished, over, released or excluded
 * @param role row, column or, from the third on, such as player 3; absent in the lobby
 * @param joined first round; absent in the lobby
 * @param clock where the experiment stands in time
 * @param games as seen from one's own side
 * @param history finished rounds
 * @param payoff earned up to the last finished round
 * @param tickets that, rounded up
 * @param lottery the prize in words, empty if there is no lottery
 * @param result how it ended; absent before the end
 * @param notes what the experimenter wrote and the participant has not put away, oldest first
 */
record ParticipantDocument(
        String experiment,
        long participant,
        String phase,
        String situation,
        Optional<String> role,
        Optional<Integer> joined,
        Clock clock,
        List<OwnGame> games,
        List<Round> history,
        String payoff,
        long tickets,
        String lottery,
        Optional<Result> result,
        List<Note> notes) {

    static ParticipantDocument of(ParticipantView view) {
        return new ParticipantDocument(
                view.experiment().value(),
                view.participant().value(),
                Words.lower(view.phase()),
                situation(view),
                view.role().map(Role::toString),
                view.joined(),
                Clock.of(view.clock()),
                view.games().stream().map(OwnGame::of).toList(),
                view.history().stream().map(Round::of).toList(),
                view.payoff().toString(),
                view.tickets(),
                view.lottery(),
                view.result().map(Result::of),
                view.notes().stream()
                        .map(note -> new Note(note.number(), note.at(), note.text()))
                        .toList());
    }

    private static String situation(ParticipantView view) {
        if (view.phase() == GamePhase.OVER || view.phase() == GamePhase.DRAWN) {
            return "over";
        }
        if (!view.enabled()) {
            return "excluded";
        }
        if (view.released()) {
            return "released";
        }
        if (view.inLobby()) {
            return "lobby";
        }
        if (view.finished()) {
            return "finished";
        }
        boolean open = view.games().stream().anyMatch(game -> game.played().isEmpty());
        return view.playing() && open ? "play" : "wait";
    }

    private static List<String> texts(List<Rational> numbers) {
        return numbers.stream().map(Rational::toString).toList();
    }

    private static Optional<List<String>> weights(Optional<Mixture> mixture) {
        return mixture.map(played -> texts(played.weights()));
    }

    /**
     * What the experimenter wrote.
     *
     * @param note its number, from 1
     * @param sent when
     * @param text what it says
     */
    record Note(long note, Instant sent, String text) {}

    /**
     * Where the experiment stands in time.
     *
     * @param round current round from 0; −1 before the first; {@code rounds} after the last
     * @param rounds number of rounds
     * @param start when the first round begins
     * @param began when the current round began
     * @param graceEnds when the share of players begins to count
     * @param deadline when the current round ends at the latest
     */
    record Clock(
            int round,
            int rounds,
            Optional<Instant> start,
            Optional<Instant> began,
            Optional<Instant> graceEnds,
            Optional<Instant> deadline) {
        static Clock of(RoundClock clock) {
            return new Clock(
                    clock.round(), clock.rounds(), clock.start(), clock.began(), clock.graceEnds(), clock.deadline());
        }
    }

    /**
     * A game.
     *
     * @param game its id
     * @param payoffs one's own actions, each with a cell for every action of the opponent, or for every combination of the
     *     opponents' actions, the first one's slowest: one's own payoff, then theirs by role
     * @param otherActions how many actions each other role has, by role
     * @param played one's own weights in the current round
     */
    record OwnGame(
            int game, List<List<List<String>>> payoffs, List<Integer> otherActions, Optional<List<String>> played) {
        static OwnGame of(ParticipantView.OwnGame game) {
            List<List<List<String>>> payoffs = game.cells().stream()
                    .map(row -> row.stream().map(OwnGame::payoffs).toList())
                    .toList();
            return new OwnGame(
                    game.id(),
                    payoffs,
                    game.otherOrders().stream().map(List::size).toList(),
                    weights(game.played()));
        }

        private static List<String> payoffs(ParticipantView.Cell cell) {
            List<Rational> payoffs = new ArrayList<>(List.of(cell.own()));
            payoffs.addAll(cell.others());
            return texts(payoffs);
        }
    }

    /**
     * A finished round.
     *
     * @param round from 0
     * @param payoff earned in it
     * @param aggregate earned up to it
     * @param tickets that, rounded up
     * @param games what was played
     */
    record Round(int round, String payoff, String aggregate, long tickets, List<PlayedGame> games) {
        static Round of(ParticipantView.RoundHistory round) {
            return new Round(
                    round.round(),
                    round.payoff().toString(),
                    round.aggregate().toString(),
                    round.tickets(),
                    round.games().stream().map(PlayedGame::of).toList());
        }
    }

    /**
     * A game in a finished round.
     *
     * @param game its id
     * @param played one's own weights
     * @param payoff what they earned
     * @param ownAverage average weights of one's own side; absent if hidden
     * @param otherAverage average weights of the opponent in a game of two; absent if hidden
     * @param otherAverages average weights of each other role, by role; absent if hidden
     * @param skipped whether one side had nobody who counts; absent if hidden
     */
    record PlayedGame(
            int game,
            Optional<List<String>> played,
            Optional<String> payoff,
            Optional<List<String>> ownAverage,
            Optional<List<String>> otherAverage,
            Optional<List<List<String>>> otherAverages,
            Optional<Boolean> skipped) {
        static PlayedGame of(ParticipantView.GameHistory game) {
            return new PlayedGame(
                    game.game(),
                    weights(game.played()),
                    game.payoff().map(Rational::toString),
                    game.average().map(sides -> texts(sides.own())),
                    game.average().filter(sides -> sides.others().size() == 1).map(sides -> texts(sides.other())),
                    game.average()
                            .map(sides -> sides.others().stream()
                                    .map(ParticipantDocument::texts)
                                    .toList()),
                    game.average().map(ParticipantView.SideAverages::skipped));
        }
    }

    /**
     * How it ended.
     *
     * @param firstTicket number of the participant's first ticket, from 0
     * @param tickets how many
     * @param total tickets of all participants
     * @param winningTickets in the order of drawing
     * @param winningTicket the participant's own, if one was drawn
     */
    record Result(long firstTicket, long tickets, long total, List<Long> winningTickets, Optional<Long> winningTicket) {
        static Result of(ParticipantView.Result result) {
            return new Result(
                    result.score().firstTicket(),
                    result.score().tickets(),
                    result.total(),
                    result.winningTickets(),
                    result.win().map(Winner::ticket));
        }
    }
}
