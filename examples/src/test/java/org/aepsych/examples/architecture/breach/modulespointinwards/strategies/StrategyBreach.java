package org.aepsych.examples.architecture.breach.modulespointinwards.strategies;

import org.aepsych.examples.architecture.breach.modulespointinwards.storage.StorageThing;

public final class StrategyBreach {
    StorageThing same(StorageThing thing) {
        return thing;
    }
}
