package org.aepsych.strategies.generator;

import java.util.Set;
import org.aepsych.api.strategy.StrategyFactory;
import org.aepsych.tck.StrategyTck;
import org.aepsych.tck.TckContext;

class AroundPointsTckTest extends StrategyTck {
    private static final String POINT = "[0.2, 4, 2.5, 2, 10, 1, red, 57, left]";

    @Override
    protected StrategyFactory factory() {
        return new AroundPointsFactory();
    }

    @Override
    protected TckContext context(int stimuliPerTrial) {
        String point = stimuliPerTrial == 1 ? POINT : "[" + POINT + ", " + POINT + "]";
        return super.context(stimuliPerTrial)
                .withOption("points", "[" + point + "]")
                .withOption("window", "0.5")
                .withOption("samples_per_point", "20");
    }

    @Override
    protected Set<Capability> missing() {
        return Set.of(Capability.HOLDS_PARAMETERS);
    }
}
