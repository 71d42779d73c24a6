package org.aepsych.core.gamelab;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.foreign.ForeignRow;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;
import org.aepsych.core.imports.ImportReport.Difference;

/**
 * An experiment as gamelab stored it.
 *
 * @param parameters the one row of its table {@code experiment}
 * @param games numbered from 1 in the order of gamelab's ids
 * @param gameIds gamelab's ids, in the same order
 * @param players by id
 * @param choices those that can be read, in the order of playing
 * @param unreadable choices that are none
 * @param results the tables that gamelab computed, by name
 * @param notes what is taken over in another way
 */
record GamelabRun(
        Parameters parameters,
        List<Game> games,
        List<Long> gameIds,
        List<Person> players,
        List<Choice> choices,
        List<Difference> unreadable,
        Map<String, List<ForeignRow>> results,
        List<String> notes) {
    GamelabRun {
        games = List.copyOf(games);
        gameIds = List.copyOf(gameIds);
        players = List.copyOf(players);
        choices = List.copyOf(choices);
        unreadable = List.copyOf(unreadable);
        results = Map.copyOf(results);
        notes = List.copyOf(notes);
    }

    /**
     * What the experimenter chose, and how far it went.
     *
     * @param state 0 new, 1 started, 2 counted, 3 drawn
     * @param start when the first round was to begin; empty before the start
     * @param rounds how many
     * @param playRounds how many for each participant
     * @param round −1 before the first, the number of rounds after the last
     * @param roundBegan when that round began; empty before
     * @param minutes longest duration of a round
     * @param percent share of players that ends a round
     * @param graceMinutes before that share counts
     * @param playerMax most players of a role
     * @param selfRegistration whether participants register themselves
     * @param keptAfterStart also after the start
     * @param lottery the prize
     * @param instructions an HTML fragment
     * @param flags 1 no history, 2 no shuffling, 4 relative rounds
     * @param total tickets of all participants
     */
    record Parameters(
            int state,
            Optional<Instant> start,
            int rounds,
            int playRounds,
            int round,
            Optional<Instant> roundBegan,
            int minutes,
            int percent,
            int graceMinutes,
            int playerMax,
            boolean selfRegistration,
            boolean keptAfterStart,
            String lottery,
            String instructions,
            int flags,
            long total) {
        boolean started() {
            return state > 0;
        }

        boolean counted() {
            return state > 1;
        }

        boolean drawn() {
            return state > 2;
        }

        /** Returns how many rounds are over. */
        int finished() {
            return Math.max(0, Math.min(round, rounds));
        }
    }

    /**
     * A row of its table {@code player}.
     *
     * @param id the same here
     * @param identifier address or self-chosen name
     * @param role row or column; row as long as nobody decided
     * @param joined first round; −1 in the lobby
     * @param rseed random seed
     * @param enabled false while excluded
     * @param selfRegistered whether the participant came by themselves
     * @param recruited whether Mechanical Turk sent them, so that they take no part in the lottery
     * @param finalRank first ticket
     * @param finalScore tickets
     */
    record Person(
            ParticipantId id,
            String identifier,
            Role role,
            int joined,
            long rseed,
            boolean enabled,
            boolean selfRegistered,
            boolean recruited,
            long finalRank,
            long finalScore) {}

    /**
     * A row of its table {@code choice}.
     *
     * @param round from 0
     * @param player who
     * @param game number of the game here
     * @param mixture what was played
     * @param created when; empty if gamelab did not say
     */
    record Choice(int round, ParticipantId player, int game, Mixture mixture, Optional<Instant> created) {}

    /** Returns the choices of a round, in the order of playing. */
    List<Choice> choices(int round) {
        return choices.stream().filter(choice -> choice.round() == round).toList();
    }

    List<ForeignRow> rows(String table) {
        return results.getOrDefault(table, List.of());
    }
}
