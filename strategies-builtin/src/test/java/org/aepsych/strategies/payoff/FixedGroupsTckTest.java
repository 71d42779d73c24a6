package org.aepsych.strategies.payoff;

import org.aepsych.api.payoff.PayoffRule;
import org.aepsych.tck.PayoffRuleTck;

class FixedGroupsTckTest extends PayoffRuleTck {
    @Override
    protected PayoffRule rule() {
        return new Matched(Matching.fixedGroups(2), Matched.Absent.AVERAGE);
    }
}
