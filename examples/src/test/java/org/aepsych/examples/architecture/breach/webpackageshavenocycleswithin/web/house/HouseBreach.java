package org.aepsych.examples.architecture.breach.webpackageshavenocycleswithin.web.house;

import org.aepsych.examples.architecture.breach.webpackageshavenocycleswithin.web.house.room.RoomBreach;

public final class HouseBreach {
    RoomBreach same(RoomBreach thing) {
        return thing;
    }
}
