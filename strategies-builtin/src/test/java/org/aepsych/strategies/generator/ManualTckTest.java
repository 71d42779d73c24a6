package org.aepsych.strategies.generator;

import java.util.Set;
import org.aepsych.api.strategy.StrategyFactory;
import org.aepsych.tck.StrategyTck;
import org.aepsych.tck.TckContext;

class ManualTckTest extends StrategyTck {
    private static final String FIRST = "[-1.5, 440, 2.5, 3, 10, 1, 'red', 57, left]";
    private static final String SECOND = "[0.5, 8000, 2, -2, 1000, 0, \"blue\", 0, x]";
    private static final String THIRD = "[0, 0.5, 3, 0.4, 1, 1, green, 0, x]";

    @Override
    protected StrategyFactory factory() {
        return new ManualFactory();
    }

    @Override
    protected TckContext context(int stimuliPerTrial) {
        String singles = "[%s, %s, %s, %s, %s]".formatted(FIRST, SECOND, THIRD, FIRST, SECOND);
        String pairs = "[[%s, %s], [%s, %s]]".formatted(FIRST, SECOND, SECOND, THIRD);
        return super.context(stimuliPerTrial).withOption("points", stimuliPerTrial == 1 ? singles : pairs);
    }

    @Override
    protected Set<Capability> missing() {
        return Set.of(Capability.HOLDS_PARAMETERS);
    }
}
