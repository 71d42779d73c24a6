package org.aepsych.strategies.player;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.number.Rational;
import org.aepsych.api.number.RationalSum;
import org.aepsych.api.player.PlayerSituation;
import org.aepsych.api.player.PlayerSituation.PastRound;

/** What a participant believes the others are going to play. */
@FunctionalInterface
interface Belief {
    /** As in the last round that was settled. */
    Belief LATEST = PlayerSituation::lastAverages;

    /** As in all rounds so far on average. */
    Belief MEAN = Belief::mean;

    /** Returns a weight for each action, by role; empty if there is nothing to go by. */
    Optional<List<List<Rational>>> of(PlayerSituation situation);

    private static Optional<List<List<Rational>>> mean(PlayerSituation situation) {
        List<List<List<Rational>>> seen = situation.past().stream()
                .map(PastRound::averages)
                .flatMap(Optional::stream)
                .toList();
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        Rational count = Rational.of(seen.size());
        List<List<Rational>> mean = new ArrayList<>();
        for (int role = 0; role < situation.game().roles(); role++) {
            List<Rational> weights = new ArrayList<>();
            for (int action = 0; action < situation.game().actions().get(role); action++) {
                RationalSum sum = new RationalSum();
                for (List<List<Rational>> averages : seen) {
                    sum.add(averages.get(role).get(action));
                }
                weights.add(sum.value().dividedBy(count));
            }
            mean.add(weights);
        }
        return Optional.of(mean);
    }
}
