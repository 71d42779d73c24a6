package org.aepsych.core.game.view;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.core.game.definition.Display;
import org.aepsych.core.game.lottery.Score;
import org.aepsych.core.game.lottery.Winner;
import org.aepsych.core.game.state.Absence;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.game.tree.GameTree;

/**
 * Everything a participant may see of an experiment, from the participant's own side. Names of games are left out: they
 * are the experimenter's.
 *
 * @param experiment its public name
 * @param participant who looks
 * @param phase how far the experiment is
 * @param clock where it stands in time
 * @param enabled whether the participant may play; false once the experimenter has excluded them
 * @param role on which side; empty in the lobby
 * @param joined first round; empty in the lobby
 * @param playRounds how many rounds the participant may play
 * @param display instructions, and what is shown how
 * @param lottery the prize in words, empty if there is no lottery
 * @param rseed seed of the participant's own order of things, 1 to 2³¹ − 1
 * @param gameOrder ids of the games in the order in which to show them
 * @param games by id; none in the lobby
 * @param history finished rounds in order; none in the lobby
 * @param prior rounds of an earlier experiment, oldest first, to be shown before; none in the lobby
 * @param questions how far the participant is with the questions
 * @param payoff earned up to the last finished round
 * @param tickets that sum rounded up
 * @param result how it ended; empty before the end
 * @param absence the participant's latest absence, if the experiment has gone on without them; empty otherwise
 * @param notes what the experimenter wrote to the participant and they have not put away, oldest first
 */
public record ParticipantView(
        ExperimentId experiment,
        ParticipantId participant,
        GamePhase phase,
        RoundClock clock,
        boolean enabled,
        Optional<Role> role,
        Optional<Integer> joined,
        int playRounds,
        Display display,
        String lottery,
        long rseed,
        List<Integer> gameOrder,
        List<OwnGame> games,
        List<RoundHistory> history,
        List<PriorRound> prior,
        QuestionnaireView questions,
        Rational payoff,
        long tickets,
        Optional<Result> result,
        Optional<Absence> absence,
        List<OpenNote> notes) {
    /** Copies the lists. */
    public ParticipantView {
        gameOrder = List.copyOf(gameOrder);
        games = List.copyOf(games);
        history = List.copyOf(history);
        prior = List.copyOf(prior);
        notes = List.copyOf(notes);
    }

    /**
     * Tells whether the participant still waits to be let in.
     *
     * @return true in the lobby
     */
    public boolean inLobby() {
        return joined.isEmpty();
    }

    /**
     * Tells whether the participant has questions to answer before they can be let in.
     *
     * @return false once they are in, and when there is no round left to be let in for
     */
    public boolean mustAnswer() {
        boolean over = phase == GamePhase.OVER || phase == GamePhase.DRAWN || clock.round() + 1 >= clock.rounds();
        return questions.open() && inLobby() && enabled && !over;
    }

    /**
     * Tells whether the current round is one of the participant's own.
     *
     * @return true if games can be played now, or have been in this round
     */
    public boolean playing() {
        return enabled
                && !released()
                && clock.running()
                && joined.filter(first -> clock.round() >= first && (long) clock.round() < (long) first + playRounds)
                        .isPresent();
    }

    /**
     * Tells whether the experiment goes on without the participant for good, since they were silent for too long or were
     * let go.
     *
     * @return true once they were released
     */
    public boolean released() {
        return absence.filter(Absence::released).isPresent();
    }

    /**
     * Tells whether the participant has come back in this round from a silence.
     *
     * @return the silence
     */
    public Optional<Absence> returned() {
        return absence.filter(
                away -> away.back().filter(round -> round == clock.round()).isPresent());
    }

    /**
     * Tells whether the participant has played all rounds that they may.
     *
     * @return true after the participant's last round, also while the experiment is still running
     */
    public boolean finished() {
        return joined.filter(first -> clock.round() >= Math.min((long) first + playRounds, clock.rounds()))
                .isPresent();
    }

    /**
     * Tells whether the participant has played a game.
     *
     * @param round from 0
     * @param game its id
     * @return whether the log has a play of theirs
     */
    public boolean hasPlayed(int round, int game) {
        boolean now = clock.round() == round
                && games.stream()
                        .anyMatch(own -> own.id() == game && own.played().isPresent());
        return now
                || history.stream()
                        .filter(past -> past.round() == round)
                        .flatMap(past -> past.games().stream())
                        .anyMatch(past -> past.game() == game && past.played().isPresent());
    }

    /**
     * A game as seen from one's own side: rows of the matrix are one's own actions, columns those of the opponent, or the
     * combinations of all opponents' actions, the first opponent's slowest. Actions are numbered from 0 in the
     * experiment's order; the other two lists say in which order to show them.
     *
     * @param id from 1
     * @param cells one's own actions, each with a cell for every action of the opponents
     * @param ownOrder own actions in the order in which to show them
     * @param otherOrders each other role's actions in the order in which to show them, by role
     * @param played what the participant played in the current round, if anything
     * @param tree the game in extensive form, if it is played move by move; own actions are then the role's strategies
     */
    public record OwnGame(
            int id,
            List<List<Cell>> cells,
            List<Integer> ownOrder,
            List<List<Integer>> otherOrders,
            Optional<Mixture> played,
            Optional<GameTree> tree) {
        /** Copies the lists. */
        public OwnGame {
            cells = cells.stream().map(List::copyOf).toList();
            ownOrder = List.copyOf(ownOrder);
            otherOrders = otherOrders.stream().map(List::copyOf).toList();
        }

        /**
         * Returns the order in which to show the opponents' combinations of actions; in a game of two, their actions.
         *
         * @return places in a line of {@link #cells()}
         */
        public List<Integer> otherOrder() {
            List<Integer> places = List.of(0);
            for (List<Integer> order : otherOrders) {
                places = places.stream()
                        .flatMap(place -> order.stream().map(action -> place * order.size() + action))
                        .toList();
            }
            return places;
        }

        /**
         * Returns what each own action, chosen for certain, earns against an average.
         *
         * @param averages weight of each action of each other role, by role
         * @return a payoff for each own action
         */
        public List<Rational> pure(List<List<Rational>> averages) {
            List<Rational> joint = List.of(Rational.ONE);
            for (List<Rational> weights : averages) {
                joint = joint.stream()
                        .flatMap(before -> weights.stream().map(before::times))
                        .toList();
            }
            List<Rational> average = joint;
            return cells.stream()
                    .map(row -> IntStream.range(0, row.size())
                            .mapToObj(other -> row.get(other).own().times(average.get(other)))
                            .reduce(Rational.ZERO, Rational::plus))
                    .toList();
        }
    }

    /**
     * What a combination of actions pays.
     *
     * @param own to the participant
     * @param others to each other role, by role
     */
    public record Cell(Rational own, List<Rational> others) {
        /** Copies the list. */
        public Cell {
            others = List.copyOf(others);
        }

        /**
         * What a pair of actions pays.
         *
         * @param own to the participant
         * @param other to the opponent
         */
        public Cell(Rational own, Rational other) {
            this(own, List.of(other));
        }
    }

    /**
     * A finished round.
     *
     * @param round from 0
     * @param mine whether it was one of the participant's own rounds
     * @param games by id
     * @param payoff earned in this round
     * @param aggregate earned up to this round
     * @param tickets that sum rounded up
     */
    public record RoundHistory(
            int round, boolean mine, List<GameHistory> games, Rational payoff, Rational aggregate, long tickets) {
        /** Copies the list. */
        public RoundHistory {
            games = List.copyOf(games);
        }
    }

    /**
     * A round of an earlier experiment.
     *
     * @param games what was played on average, by id of the game
     */
    public record PriorRound(List<SideAverages> games) {
        /** Copies the list. */
        public PriorRound {
            games = List.copyOf(games);
        }
    }

    /**
     * A game in a finished round.
     *
     * @param game its id
     * @param played what the participant played, if anything
     * @param payoff what it earned; empty if the participant was not paid for it
     * @param average what both sides played on average; empty if the history is hidden
     */
    public record GameHistory(
            int game, Optional<Mixture> played, Optional<Rational> payoff, Optional<SideAverages> average) {}

    /**
     * What was played on average, in the experiment's order of actions.
     *
     * @param own average weight of each action of the participant's own role; all 0 if skipped
     * @param others average weight of each action of each other role, by role; all 0 if skipped
     * @param skipped whether a role had nobody who counts
     */
    public record SideAverages(List<Rational> own, List<List<Rational>> others, boolean skipped) {
        /** Copies the lists. */
        public SideAverages {
            own = List.copyOf(own);
            others = others.stream().map(List::copyOf).toList();
        }

        /**
         * Returns what the opponents of a game of two played.
         *
         * @return the average of the first other role
         */
        public List<Rational> other() {
            return others.get(0);
        }
    }

    /**
     * How it ended.
     *
     * @param score the participant's tickets
     * @param total tickets of all participants
     * @param winningTickets in the order of drawing; empty before the draw
     * @param win the participant's own winning ticket, if any
     */
    public record Result(Score score, long total, List<Long> winningTickets, Optional<Winner> win) {
        /** Copies the list. */
        public Result {
            winningTickets = List.copyOf(winningTickets);
        }
    }
}
