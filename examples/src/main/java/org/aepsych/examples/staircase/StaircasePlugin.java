package org.aepsych.examples.staircase;

import java.util.List;
import org.aepsych.api.plugin.Plugin;
import org.aepsych.api.strategy.StrategyFactory;

/** What this jar contributes. Its name stands in {@code META-INF/services/org.aepsych.api.plugin.Plugin}. */
public final class StaircasePlugin implements Plugin {
    @Override
    public List<StrategyFactory> strategies() {
        return List.of(new StaircaseFactory());
    }
}
