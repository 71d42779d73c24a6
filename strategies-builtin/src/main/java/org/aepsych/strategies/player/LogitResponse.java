package org.aepsych.strategies.player;

import java.util.List;
import java.util.random.RandomGenerator;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.number.Rational;
import org.aepsych.api.player.PlayerPolicy;
import org.aepsych.api.player.PlayerSituation;

/**
 * Plays every action, better ones more: the weight of an action that pays u against the latest average is proportional
 * to exp(λu) (McKelvey, Palfrey: Quantal response equilibria for normal form games, Games and Economic Behavior 10, 1995,
 * section 3); its fixed points are the logit equilibria. As long as there are no averages: equal weights.
 */
final class LogitResponse implements PlayerPolicy {
    private final double lambda;

    LogitResponse(double lambda) {
        this.lambda = lambda;
    }

    @Override
    public Mixture play(PlayerSituation situation, RandomGenerator random) {
        return situation
                .lastAverages()
                .map(others -> respond(situation.game().payoffs(situation.role(), others)))
                .orElseGet(() -> SmallMixtures.uniform(situation.actions()));
    }

    /** StrictMath, since what was played must come out the same on every machine. */
    private Mixture respond(List<Rational> payoffs) {
        double[] shares = payoffs.stream().mapToDouble(Rational::toDouble).toArray();
        double best = Double.NEGATIVE_INFINITY;
        for (double payoff : shares) {
            best = Math.max(best, payoff);
        }
        for (int action = 0; action < shares.length; action++) {
            shares[action] = StrictMath.exp(lambda * (shares[action] - best));
        }
        return SmallMixtures.rounded(shares);
    }
}
