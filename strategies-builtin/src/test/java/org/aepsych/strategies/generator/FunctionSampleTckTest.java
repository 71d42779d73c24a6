package org.aepsych.strategies.generator;

import org.aepsych.api.strategy.StrategyFactory;
import org.aepsych.tck.StrategyTck;
import org.aepsych.tck.TckContext;

class FunctionSampleTckTest extends StrategyTck {
    @Override
    protected StrategyFactory factory() {
        return new FunctionSampleFactory();
    }

    /** Searches less thoroughly than by default, to be quick. */
    @Override
    protected TckContext context(int stimuliPerTrial) {
        return super.context(stimuliPerTrial)
                .withOption("samps", "32")
                .withOption("restarts", "2")
                .withOption("query_set_size", "16");
    }
}
