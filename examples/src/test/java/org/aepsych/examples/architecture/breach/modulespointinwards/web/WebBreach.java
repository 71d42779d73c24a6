package org.aepsych.examples.architecture.breach.modulespointinwards.web;

import org.aepsych.examples.architecture.breach.modulespointinwards.strategies.StrategyThing;

public final class WebBreach {
    StrategyThing same(StrategyThing thing) {
        return thing;
    }
}
