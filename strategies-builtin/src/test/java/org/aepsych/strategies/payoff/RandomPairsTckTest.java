package org.aepsych.strategies.payoff;

import org.aepsych.api.payoff.PayoffRule;
import org.aepsych.tck.PayoffRuleTck;

class RandomPairsTckTest extends PayoffRuleTck {
    @Override
    protected PayoffRule rule() {
        return new Matched(Matching.randomPairs(7), Matched.Absent.AVERAGE);
    }
}
