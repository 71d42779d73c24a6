package org.aepsych.strategies.generator;

import java.util.Set;
import org.aepsych.api.strategy.StrategyFactory;
import org.aepsych.tck.StrategyTck;

class AutoTckTest extends StrategyTck {
    @Override
    protected StrategyFactory factory() {
        return new AutoFactory();
    }

    @Override
    protected Set<Capability> missing() {
        return Set.of(Capability.COMPARES);
    }
}
