package org.aepsych.examples.architecture.breach.roomsofcorehavenocycles.core.house;

import org.aepsych.examples.architecture.breach.roomsofcorehavenocycles.core.house.cellar.CellarBreach;

public final class HouseBreach {
    CellarBreach same(CellarBreach thing) {
        return thing;
    }
}
