package org.aepsych.examples.architecture.breach.packageswithinhavenocycles.core.house.cellar;

import org.aepsych.examples.architecture.breach.packageswithinhavenocycles.core.house.HouseBreach;

public final class CellarBreach {
    HouseBreach same(HouseBreach thing) {
        return thing;
    }
}
