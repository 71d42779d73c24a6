package org.aepsych.strategies.generator;

import org.aepsych.api.strategy.StrategyFactory;
import org.aepsych.tck.StrategyTck;

class AutoTckTest extends StrategyTck {
    @Override
    protected StrategyFactory factory() {
        return new AutoFactory();
    }
}
