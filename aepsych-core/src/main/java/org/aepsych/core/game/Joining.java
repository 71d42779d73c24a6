package org.aepsych.core.game;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.game.Role;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.event.GameEvent.ParticipantJoined;
import org.aepsych.core.game.view.GamePhase;

/** Who gets which role, and from which round on. */
final class Joining {
    private static final Comparator<Player> RANDOM_ORDER =
            Comparator.comparingLong(Player::rseed).thenComparing(Player::id);

    private Joining() {}

    /**
     * Returns who is let in at the start: everybody, taking roles in turn, in the random order of their seeds; with a
     * limit, the first ones until both roles are full.
     */
    static List<ParticipantJoined> atStart(GameState state) {
        long limit = 2L * state.definition().admission().playerMax();
        List<Player> inOrder = state.players().stream()
                .sorted(RANDOM_ORDER)
                .limit(limit == 0 ? Long.MAX_VALUE : limit)
                .toList();
        List<ParticipantJoined> joins = new ArrayList<>(inOrder.size());
        for (Player player : inOrder) {
            joins.add(new ParticipantJoined(player.id(), joins.size() % 2 == 0 ? Role.ROW : Role.COLUMN, 0));
        }
        return joins;
    }

    /**
     * Returns how somebody who waits in the lobby is let in now: for the next round, on the side that will have fewer
     * players then, and on the column side if both have as many.
     */
    static Optional<ParticipantJoined> later(GameState state, Player player) {
        int next = state.round() + 1;
        boolean possible = state.phase() == GamePhase.STARTED
                && next < state.rounds()
                && player.enabled()
                && player.seat().isEmpty();
        if (!possible) {
            return Optional.empty();
        }
        GameDefinition definition = state.definition();
        long rows = present(state, Role.ROW, next);
        long columns = present(state, Role.COLUMN, next);
        Role role = rows < columns ? Role.ROW : Role.COLUMN;
        int limit = definition.admission().playerMax();
        if (limit > 0 && Math.min(rows, columns) >= limit) {
            return Optional.empty();
        }
        return Optional.of(new ParticipantJoined(player.id(), role, next));
    }

    private static long present(GameState state, Role role, int round) {
        return state.players().stream()
                .flatMap(player -> player.seat().stream())
                .filter(seat ->
                        seat.role() == role && state.definition().schedule().covers(seat.joined(), round))
                .count();
    }
}
