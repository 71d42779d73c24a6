package org.aepsych.examples.architecture.breach.pluginsseeonlytheextensionpackageofcore.strategies;

import org.aepsych.examples.architecture.breach.pluginsseeonlytheextensionpackageofcore.core.engine.Inside;

public final class StrategyBreach {
    Inside same(Inside thing) {
        return thing;
    }
}
