package org.aepsych.core.game.view;

import java.util.List;
import java.util.Optional;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.api.payoff.Settlement.GameAverage;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.lottery.Score;
import org.aepsych.core.game.lottery.Winner;
import org.aepsych.core.game.state.Absence;
import org.aepsych.core.game.state.Attendance;

/**
 * Everything an experimenter sees of an experiment.
 *
 * @param summary what lists show
 * @param definition what was set up
 * @param attendance who is there in the current round; nobody outside of rounds
 * @param lobby how many have registered and not joined
 * @param participants ordered by id
 * @param rounds finished rounds in order
 * @param total tickets of all participants; 0 before the end
 * @param winners in the order of drawing; none before the draw
 * @param notes written to participants, oldest first
 */
public record GameAdminView(
        GameSummary summary,
        GameDefinition definition,
        Attendance attendance,
        int lobby,
        List<AdminParticipant> participants,
        List<RoundOverview> rounds,
        long total,
        List<Winner> winners,
        List<SentNote> notes) {
    /** Copies the lists. */
    public GameAdminView {
        participants = List.copyOf(participants);
        rounds = List.copyOf(rounds);
        winners = List.copyOf(winners);
        notes = List.copyOf(notes);
    }

    /**
     * A participant as the experimenter sees it.
     *
     * @param id pseudonymous id
     * @param identifier address or self-chosen name; empty if the person was erased
     * @param enabled whether the participant may log in and play
     * @param answered how many questions the participant has answered
     * @param selfRegistered whether the participant registered themselves
     * @param role on which side; empty in the lobby
     * @param joined first round; empty in the lobby
     * @param gamesPlayed games played in the current round
     * @param payoff earned up to the last finished round
     * @param tickets that sum rounded up
     * @param score share in the lottery; empty before the end
     * @param prize 0-based place in the order of drawing; empty if nothing was won
     * @param absence while the experiment goes on without them, or waits for them
     */
    public record AdminParticipant(
            ParticipantId id,
            Optional<String> identifier,
            boolean enabled,
            int answered,
            boolean selfRegistered,
            Optional<Role> role,
            Optional<Integer> joined,
            int gamesPlayed,
            Rational payoff,
            long tickets,
            Optional<Score> score,
            Optional<Integer> prize,
            Optional<Absence> absence) {}

    /**
     * A finished round.
     *
     * @param round from 0
     * @param averages one for each game, by id
     */
    public record RoundOverview(int round, List<GameAverage> averages) {
        /** Copies the list. */
        public RoundOverview {
            averages = List.copyOf(averages);
        }
    }
}
