package org.aepsych.api.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aepsych.api.experiment.ParticipantId;

/**
 * A row of a result table: what analysts query. Rows are computed from the log, can be thrown away and rebuilt, and the
 * engine never reads them. A row is put: it replaces the one with the same key in the same stream. The components of
 * each key are named in the records below; texts of rational numbers are reduced, such as {@code 1/2} or {@code 0}.
 */
public sealed interface ResultRow {

    /**
     * {@code config_data}, key {@code sequence}.
     *
     * @param sequence the event that brought it
     * @param timestamp when
     * @param config the text as uploaded, to the character
     */
    record ConfigRow(long sequence, Instant timestamp, String config) implements ResultRow {}

    /**
     * {@code raw_data} with its {@code param_data} and {@code outcome_data}: one trial, key {@code sequence, index}.
     *
     * @param sequence the event that brought it
     * @param index 0-based number of the trial within that event
     * @param timestamp when
     * @param modelData whether the model was given the trial
     * @param extraData JSON object text of what the client sent along
     * @param parameters in the order of the request
     * @param outcomes in the order of the request
     */
    record TrialRow(
            long sequence,
            int index,
            Instant timestamp,
            boolean modelData,
            String extraData,
            List<NamedText> parameters,
            List<NamedNumber> outcomes)
            implements ResultRow {
        /** Copies the lists. */
        public TrialRow {
            parameters = List.copyOf(parameters);
            outcomes = List.copyOf(outcomes);
        }
    }

    /**
     * A parameter's value as text.
     *
     * @param name {@code param_name}
     * @param value {@code param_value}
     */
    record NamedText(String name, String value) {}

    /**
     * An outcome's value.
     *
     * @param name {@code outcome_name}
     * @param value {@code outcome_value}
     */
    record NamedNumber(String name, double value) {}

    /**
     * {@code experiment}: a game experiment as a whole, one row for each stream.
     *
     * @param state 0 new, 1 started, 2 over, 3 winners drawn
     * @param start when the first round begins; empty before the start
     * @param rounds number of rounds, from 1
     * @param prounds rounds playable by each participant, from 1
     * @param minutes longest duration of a round
     * @param roundpct share of players of each role who end a round early, 0 to 1; 0 if rounds end by time only
     * @param roundmin grace minutes before that share counts
     * @param playermax most participants for each role, 0 for no limit
     * @param round current round from 0; −1 before the first; {@code rounds} after the last
     * @param roundbegan when the current round began; empty before the first
     * @param autoadd whether participants may register themselves
     * @param lottery human-readable prize, empty text if there is no lottery
     * @param questionnaire whether questions stand before joining
     * @param instr instructions
     * @param flags bits as in the seed: 1 history hidden, 2 not shuffled, 4 relative rounds
     * @param total tickets of all participants; 0 before the end
     * @param autoaddpreserve whether registration outlives the start
     * @param history JSON of an earlier experiment's rounds, shown before the first; empty text if there is none
     * @param loginuri address that mails name for logging in, from the start on; empty text for the server's own
     */
    record ExperimentRow(
            int state,
            Optional<Instant> start,
            int rounds,
            int prounds,
            int minutes,
            double roundpct,
            int roundmin,
            int playermax,
            int round,
            Optional<Instant> roundbegan,
            boolean autoadd,
            String lottery,
            boolean questionnaire,
            String instr,
            int flags,
            long total,
            boolean autoaddpreserve,
            String history,
            String loginuri)
            implements ResultRow {}

    /**
     * {@code game}, key {@code id}.
     *
     * @param id from 1
     * @param name shown to administrators
     * @param p1 strategies of the row player
     * @param p2 strategies of the column player; those of further roles stand in the definition only
     * @param payoffs cells row by row, each as row player's then column player's payoff, then those of further roles,
     *     separated by blanks
     */
    record GameRow(int id, String name, int p1, int p2, String payoffs) implements ResultRow {}

    /**
     * {@code player} without the personal columns, key {@code id}.
     *
     * @param id the participant
     * @param role 0 row player, 1 column player; undefined before joining
     * @param joined first round that can be played; −1 if not joined
     * @param enabled whether the participant may log in
     * @param autoadd whether the participant registered themselves
     * @param rseed shuffles the display of games and strategies
     * @param answer number of questions answered
     * @param finalrank first lottery ticket; undefined before the end
     * @param finalscore number of lottery tickets; undefined before the end
     * @param version counts changes
     * @param released round in which the participant left for good, from 0, or −1 before the first; empty if not
     * @param state 0 has been shown no way in, 1 has a link, 2 has come in by it, registered, answered or played
     */
    record PlayerRow(
            ParticipantId id,
            int role,
            int joined,
            boolean enabled,
            boolean autoadd,
            long rseed,
            int answer,
            long finalrank,
            long finalscore,
            int version,
            Optional<Integer> released,
            int state)
            implements ResultRow {}

    /**
     * {@code choice}, key {@code round, player, game}.
     *
     * @param round from 0
     * @param player who played
     * @param game which game
     * @param strats the mixture as rational numbers separated by blanks
     * @param stratsz number of entries
     * @param created when
     */
    record ChoiceRow(int round, ParticipantId player, int game, String strats, int stratsz, Instant created)
            implements ResultRow {}

    /**
     * {@code gameplay}, key {@code round, player}.
     *
     * @param round from 0
     * @param player who played
     * @param choices number of games played in the round
     */
    record GameplayRow(int round, ParticipantId player, int choices) implements ResultRow {}

    /**
     * {@code past}, key {@code round, game}: averages over those who played all games of the round.
     *
     * @param round from 0
     * @param game which game
     * @param currentsp1 average mixture of row players, rational numbers separated by blanks
     * @param currentsp2 average mixture of column players; in games of more than two roles those of the further roles
     *     follow, each after {@code " | "}
     * @param skip whether a role had no complete player
     * @param plays complete players of both roles
     * @param roundcount rounds up to this one that were not skipped
     */
    record PastRow(int round, int game, String currentsp1, String currentsp2, boolean skip, int plays, int roundcount)
            implements ResultRow {}

    /**
     * {@code payoff}, key {@code round, player, game}.
     *
     * @param round from 0
     * @param player who is paid
     * @param game which game
     * @param payoff rational number
     */
    record PayoffRow(int round, ParticipantId player, int game, String payoff) implements ResultRow {}

    /**
     * {@code lottery}, key {@code round, player}: what a participant has earned so far.
     *
     * @param round from 0
     * @param player who earned it
     * @param aggrpayoff sum up to this round, rational number
     * @param aggrtickets that sum rounded up to whole tickets
     * @param curpayoff sum over the games of this round, rational number
     */
    record LotteryRow(int round, ParticipantId player, String aggrpayoff, long aggrtickets, String curpayoff)
            implements ResultRow {}

    /**
     * {@code winner}, key {@code player}.
     *
     * @param player each participant in the draw, winner or not
     * @param winner whether the participant won
     * @param winrank 0-based number of the draw; 0 and undefined for others
     * @param rnum the ticket drawn; 0 and undefined for others
     */
    record WinnerRow(ParticipantId player, boolean winner, int winrank, long rnum) implements ResultRow {}

    /**
     * How a participant fared with a question. Key: {@code player}, {@code rank}.
     *
     * @param player participant
     * @param rank number of the question, from 0
     * @param tries how often it was answered, rightly or not
     * @param first when it was first answered, to the microsecond
     */
    record QuestionnaireRow(ParticipantId player, int rank, int tries, Instant first) implements ResultRow {}

    /**
     * {@code note}, key {@code number, player}: what the experimenter wrote.
     *
     * @param number of the note, from 1
     * @param player to whom
     * @param sent when
     * @param text what it says
     * @param dismissed when the participant put it away; empty if not yet
     */
    record NoteRow(long number, ParticipantId player, Instant sent, String text, Optional<Instant> dismissed)
            implements ResultRow {}

    /**
     * Not a row, but an order among rows: all rows of participants that were put before, and all rows of what they did,
     * are deleted; those of the experiment, its games and its configuration stay. Never read.
     */
    record ParticipantsCleared() implements ResultRow {
        private static final Set<Class<? extends ResultRow>> STAYING =
                Set.of(ConfigRow.class, TrialRow.class, ExperimentRow.class, GameRow.class);

        /**
         * Tells which rows are deleted.
         *
         * @param kind a kind of row
         * @return whether rows of this kind are about participants of game experiments
         */
        public static boolean covers(Class<?> kind) {
            return !STAYING.contains(kind);
        }
    }
}
