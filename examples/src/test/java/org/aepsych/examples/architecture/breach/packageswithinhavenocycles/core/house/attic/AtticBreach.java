package org.aepsych.examples.architecture.breach.packageswithinhavenocycles.core.house.attic;

import org.aepsych.examples.architecture.breach.packageswithinhavenocycles.core.house.hall.HallBreach;

public final class AtticBreach {
    HallBreach same(HallBreach thing) {
        return thing;
    }
}
