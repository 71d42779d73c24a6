package org.aepsych.examples.architecture.breach.roomsofcorehavenocycles.core.house.hall;

import org.aepsych.examples.architecture.breach.roomsofcorehavenocycles.core.house.attic.AtticBreach;

public final class HallBreach {
    AtticBreach same(AtticBreach thing) {
        return thing;
    }
}
