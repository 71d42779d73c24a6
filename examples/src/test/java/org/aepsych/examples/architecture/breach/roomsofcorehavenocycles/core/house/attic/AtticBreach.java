package org.aepsych.examples.architecture.breach.roomsofcorehavenocycles.core.house.attic;

import org.aepsych.examples.architecture.breach.roomsofcorehavenocycles.core.house.hall.HallBreach;

public final class AtticBreach {
    HallBreach same(HallBreach thing) {
        return thing;
    }
}
