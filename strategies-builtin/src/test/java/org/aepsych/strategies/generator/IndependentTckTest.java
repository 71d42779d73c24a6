package org.aepsych.strategies.generator;

import java.util.List;
import java.util.stream.Collectors;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.api.strategy.StrategyFactory;
import org.aepsych.tck.StrategyTck;
import org.aepsych.tck.TckContext;

class IndependentTckTest extends StrategyTck {
    @Override
    protected StrategyFactory factory() {
        return new IndependentFactory();
    }

    /** Searches less thoroughly than by default, to be quick. */
    @Override
    protected TckContext context(int stimuliPerTrial) {
        return super.context(stimuliPerTrial)
                .withOption("samps", "32")
                .withOption("restarts", "2")
                .withOption("query_set_size", "16");
    }

    @Override
    protected TckContext context(int stimuliPerTrial, List<OutcomeType> types) {
        String models = types.stream()
                .map(type -> switch (type) {
                    case BINARY -> "GPClassificationModel";
                    case CONTINUOUS -> "GPRegressionModel";
                    case ORDINAL -> "OrdinalGPModel";
                })
                .collect(Collectors.joining(", ", "[", "]"));
        return super.context(stimuliPerTrial, types).withOption("models", models);
    }
}
