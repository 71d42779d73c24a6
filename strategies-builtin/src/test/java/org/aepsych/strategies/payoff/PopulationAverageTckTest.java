package org.aepsych.strategies.payoff;

import org.aepsych.api.payoff.PayoffRule;
import org.aepsych.tck.PayoffRuleTck;

class PopulationAverageTckTest extends PayoffRuleTck {
    @Override
    protected PayoffRule rule() {
        return new PopulationAverage();
    }
}
