package org.aepsych.api.payoff;

import java.util.List;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.number.Rational;

/**
 * What a round came to.
 *
 * @param averages one for each game, by id
 * @param payoffs by participant, then by game; a participant who is not paid for a game has no entry for it
 */
public record Settlement(List<GameAverage> averages, List<Payoff> payoffs) {
    /** Copies the lists. */
    public Settlement {
        averages = List.copyOf(averages);
        payoffs = List.copyOf(payoffs);
    }

    /**
     * What was played in a game on average.
     *
     * @param game id of the game
     * @param roles average weight of each action, by role; all 0 if skipped
     * @param skipped whether a role had nobody who counts
     * @param plays participants who count
     */
    public record GameAverage(int game, List<List<Rational>> roles, boolean skipped, int plays) {
        /** Copies the lists. */
        public GameAverage {
            roles = roles.stream().map(List::copyOf).toList();
        }

        /**
         * The average of a bimatrix game.
         *
         * @param game id of the game
         * @param rows average weight of each action of the row players; all 0 if skipped
         * @param columns average weight of each action of the column players; all 0 if skipped
         * @param skipped whether one side had nobody who counts
         * @param plays participants who count
         */
        public GameAverage(int game, List<Rational> rows, List<Rational> columns, boolean skipped, int plays) {
            this(game, List.of(rows, columns), skipped, plays);
        }

        /**
         * Returns what the row players played on average.
         *
         * @return average weight of each action of the first role
         */
        public List<Rational> rows() {
            return roles.get(0);
        }

        /**
         * Returns what the column players played on average.
         *
         * @return average weight of each action of the second role
         */
        public List<Rational> columns() {
            return roles.get(1);
        }
    }

    /**
     * An amount earned.
     *
     * @param participant who earned it
     * @param game id of the game
     * @param amount exact, may be negative
     */
    public record Payoff(ParticipantId participant, int game, Rational amount) {}
}
