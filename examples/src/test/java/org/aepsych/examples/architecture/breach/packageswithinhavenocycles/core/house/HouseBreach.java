package org.aepsych.examples.architecture.breach.packageswithinhavenocycles.core.house;

import org.aepsych.examples.architecture.breach.packageswithinhavenocycles.core.house.cellar.CellarBreach;

public final class HouseBreach {
    CellarBreach same(CellarBreach thing) {
        return thing;
    }
}
