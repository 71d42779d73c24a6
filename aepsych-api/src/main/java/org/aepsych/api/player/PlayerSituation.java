package org.aepsych.api.player;

import java.util.List;
import java.util.Optional;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;

/**
 * What a participant may see when they are to play a game.
 *
 * @param game which game, with its actions in the experiment's order
 * @param role as whom the participant plays
 * @param round the current round, from 0
 * @param past finished rounds in order, as far as the participant may see them
 * @param points earned in all games so far
 */
public record PlayerSituation(Game game, Role role, int round, List<PastRound> past, Rational points) {
    /** Copies the list. */
    public PlayerSituation {
        past = List.copyOf(past);
        if (role.number() >= game.roles() || round < 0) {
            throw new IllegalArgumentException("no role " + role.number() + " in " + game.roles() + ", round " + round);
        }
    }

    /**
     * A finished round of the same game.
     *
     * @param round from 0
     * @param own what the participant played; empty if nothing
     * @param averages average weight of each action, by role; empty if the history is hidden or a role had nobody
     */
    public record PastRound(int round, Optional<Mixture> own, Optional<List<List<Rational>>> averages) {
        /** Copies the lists. */
        public PastRound {
            averages = averages.map(roles -> roles.stream().map(List::copyOf).toList());
        }
    }

    /**
     * Returns how many actions the participant can choose from.
     *
     * @return from 1
     */
    public int actions() {
        return game.actions(role);
    }

    /**
     * Returns the latest averages.
     *
     * @return of the last finished round that has any, by role; empty before
     */
    public Optional<List<List<Rational>>> lastAverages() {
        for (int i = past.size() - 1; i >= 0; i--) {
            if (past.get(i).averages().isPresent()) {
                return past.get(i).averages();
            }
        }
        return Optional.empty();
    }
}
