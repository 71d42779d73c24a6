package org.aepsych.strategies.generator;

import java.util.Set;
import org.aepsych.api.strategy.StrategyFactory;
import org.aepsych.tck.StrategyTck;

class OptimizeAcqfTckTest extends StrategyTck {
    @Override
    protected StrategyFactory factory() {
        return new OptimizeAcqfFactory();
    }

    @Override
    protected Set<Capability> missing() {
        return Set.of(Capability.SEVERAL_POINTS, Capability.COMPARES);
    }
}
