package org.aepsych.strategies.player;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.number.Rational;
import org.aepsych.api.player.PlayerPolicy;
import org.aepsych.api.player.PlayerSituation;
import org.aepsych.api.player.PlayerSituation.PastRound;

/**
 * Shifts weight to what has paid more than the rest: each weight of the participant's last mixture is multiplied by what
 * the action pays against the latest average, counted from just below the worst payoff of the game (discrete replicator
 * dynamics; Weibull: Evolutionary Game Theory, 1995, section 4.1). It begins with a random mixture of all actions.
 */
final class Replicator implements PlayerPolicy {
    /** What the worst outcome of the game still counts, relative to the difference between best and worst. */
    private static final double BACKGROUND = 0.1;

    @Override
    public Mixture play(PlayerSituation situation, RandomGenerator random) {
        Optional<Mixture> last = last(situation.past());
        if (last.isEmpty()) {
            return begin(situation.actions(), random);
        }
        Mixture before = last.get();
        return situation
                .lastAverages()
                .map(others -> shift(situation, before, situation.game().payoffs(situation.role(), others)))
                .orElse(before);
    }

    private static Optional<Mixture> last(List<PastRound> past) {
        for (int i = past.size() - 1; i >= 0; i--) {
            if (past.get(i).own().isPresent()) {
                return past.get(i).own();
            }
        }
        return Optional.empty();
    }

    private static Mixture begin(int actions, RandomGenerator random) {
        double[] shares = new double[actions];
        for (int action = 0; action < actions; action++) {
            shares[action] = 0.1 + random.nextDouble();
        }
        return SmallMixtures.rounded(shares);
    }

    private static Mixture shift(PlayerSituation situation, Mixture before, List<Rational> payoffs) {
        int roles = situation.game().roles();
        double worst = Double.POSITIVE_INFINITY;
        double best = Double.NEGATIVE_INFINITY;
        List<Rational> all = situation.game().payoffs();
        for (int i = situation.role().number(); i < all.size(); i += roles) {
            worst = Math.min(worst, all.get(i).toDouble());
            best = Math.max(best, all.get(i).toDouble());
        }
        double background = best > worst ? BACKGROUND * (best - worst) : 1;
        double[] shares = new double[payoffs.size()];
        for (int action = 0; action < shares.length; action++) {
            double fitness = payoffs.get(action).toDouble() - worst + background;
            shares[action] = before.weights().get(action).toDouble() * fitness;
        }
        return SmallMixtures.rounded(shares);
    }
}
