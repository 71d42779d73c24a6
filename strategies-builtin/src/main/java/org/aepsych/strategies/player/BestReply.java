package org.aepsych.strategies.player;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.number.Rational;
import org.aepsych.api.player.PlayerPolicy;
import org.aepsych.api.player.PlayerSituation;

/**
 * Plays what pays best against what it believes the others play, with equal weights if several actions do. Believing in
 * the latest average gives best-reply dynamics (Gilboa, Matsui: Social stability and equilibrium, Econometrica 59, 1991),
 * in the mean of all of them fictitious play (Brown: Iterative solution of games by fictitious play, 1951). As long as
 * there are no averages: equal weights.
 */
final class BestReply implements PlayerPolicy {
    private final Belief belief;

    BestReply(Belief belief) {
        this.belief = belief;
    }

    @Override
    public Mixture play(PlayerSituation situation, RandomGenerator random) {
        return belief.of(situation)
                .map(others -> best(situation.game().payoffs(situation.role(), others)))
                .orElseGet(() -> SmallMixtures.uniform(situation.actions()));
    }

    private static Mixture best(List<Rational> payoffs) {
        List<Integer> best = new ArrayList<>(List.of(0));
        for (int action = 1; action < payoffs.size(); action++) {
            int better = payoffs.get(action).compareTo(payoffs.get(best.get(0)));
            if (better > 0) {
                best.clear();
            }
            if (better >= 0) {
                best.add(action);
            }
        }
        return SmallMixtures.equal(payoffs.size(), best);
    }
}
