package org.aepsych.examples.architecture.breach.webpackageshavenocycleswithin.web.house.room;

import org.aepsych.examples.architecture.breach.webpackageshavenocycleswithin.web.house.HouseBreach;

public final class RoomBreach {
    HouseBreach same(HouseBreach thing) {
        return thing;
    }
}
