package org.aepsych.examples.architecture.breach.roomsofcorehavenocycles.core.house.porch;

import org.aepsych.examples.architecture.breach.roomsofcorehavenocycles.core.house.hall.HallBreach;

public final class AllowedPorch {
    HallBreach same(HallBreach thing) {
        return thing;
    }
}
