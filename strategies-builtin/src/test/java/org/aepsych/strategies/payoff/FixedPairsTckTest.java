package org.aepsych.strategies.payoff;

import org.aepsych.api.payoff.PayoffRule;
import org.aepsych.tck.PayoffRuleTck;

class FixedPairsTckTest extends PayoffRuleTck {
    @Override
    protected PayoffRule rule() {
        return new Matched(Matching.fixedPairs(), Matched.Absent.AVERAGE);
    }
}
