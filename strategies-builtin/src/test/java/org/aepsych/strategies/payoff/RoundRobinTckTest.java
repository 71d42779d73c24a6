package org.aepsych.strategies.payoff;

import org.aepsych.api.payoff.PayoffRule;
import org.aepsych.tck.PayoffRuleTck;

class RoundRobinTckTest extends PayoffRuleTck {
    @Override
    protected PayoffRule rule() {
        return new Matched(Matching.roundRobin(), Matched.Absent.AVERAGE);
    }
}
