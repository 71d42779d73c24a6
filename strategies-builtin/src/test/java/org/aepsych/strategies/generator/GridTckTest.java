package org.aepsych.strategies.generator;

import java.util.List;
import java.util.Set;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.strategy.StrategyFactory;
import org.aepsych.tck.StrategyTck;
import org.aepsych.tck.TckContext;

class GridTckTest extends StrategyTck {
    @Override
    protected StrategyFactory factory() {
        return new GridFactory();
    }

    @Override
    protected TckContext context(int stimuliPerTrial) {
        return TckContext.of(new ParameterSpace(List.of(
                        new Parameter.Continuous("contrast", 0.1, 10, true, true),
                        new Parameter.Categorical("colour", List.of("red", "green")))))
                .withStimuliPerTrial(stimuliPerTrial);
    }

    @Override
    protected Set<Capability> missing() {
        return Set.of(Capability.HOLDS_PARAMETERS);
    }
}
