package org.aepsych.core.game.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.game.Role;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.event.GameEvent.ParticipantJoined;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.game.state.Player;
import org.aepsych.core.game.state.Seat;

/** Who gets which role, and from which round on. */
public final class Joining {
    private static final Comparator<Player> RANDOM_ORDER =
            Comparator.comparingLong(Player::rseed).thenComparing(Player::id);

    private Joining() {}

    /**
     * Returns who is let in at the start: everybody who has answered all questions, taking roles in turn, in the random
     * order of their seeds; with a limit, the first ones until all roles are full.
     *
     * @param state of an experiment that has just been started
     * @return one event for each, in that order
     */
    public static List<ParticipantJoined> atStart(GameState state) {
        int roles = state.definition().roles();
        long limit = (long) roles * state.definition().admission().playerMax();
        List<Player> inOrder = state.players().stream()
                .filter(player -> hasAnswered(state, player))
                .sorted(RANDOM_ORDER)
                .limit(limit == 0 ? Long.MAX_VALUE : limit)
                .toList();
        List<ParticipantJoined> joins = new ArrayList<>(inOrder.size());
        for (Player player : inOrder) {
            joins.add(new ParticipantJoined(player.id(), new Role(joins.size() % roles), 0));
        }
        return joins;
    }

    /**
     * Returns how somebody who waits in the lobby is let in now: for the next round, in the role that will have fewest
     * players then, and in the last of those that have as few.
     *
     * @param state as it is
     * @param player who
     * @return empty if they cannot be let in now, or have been
     */
    public static Optional<ParticipantJoined> later(GameState state, Player player) {
        int next = state.round() + 1;
        boolean possible = state.phase() == GamePhase.STARTED
                && next < state.rounds()
                && player.enabled()
                && hasAnswered(state, player)
                && player.seat().isEmpty();
        if (!possible) {
            return Optional.empty();
        }
        GameDefinition definition = state.definition();
        int[] present = present(state, next);
        int fewest = present.length - 1;
        for (int role = fewest - 1; role >= 0; role--) {
            fewest = present[role] < present[fewest] ? role : fewest;
        }
        int limit = definition.admission().playerMax();
        if (limit > 0 && present[fewest] >= limit) {
            return Optional.empty();
        }
        return Optional.of(new ParticipantJoined(player.id(), new Role(fewest), next));
    }

    private static boolean hasAnswered(GameState state, Player player) {
        return player.questions().inOrder()
                >= state.definition().questionnaire().size();
    }

    /** Returns how many play in a round, by role. */
    private static int[] present(GameState state, int round) {
        int[] present = new int[state.definition().roles()];
        for (Player player : state.players()) {
            Optional<Seat> seat = player.seat()
                    .filter(taken -> state.definition().schedule().covers(taken.joined(), round)
                            && !player.releasedBefore(round));
            if (seat.isPresent()) {
                present[seat.get().role().number()]++;
            }
        }
        return present;
    }
}
