package org.aepsych.examples.architecture.breach.packageswithinhavenocycles.core.house.porch;

import org.aepsych.examples.architecture.breach.packageswithinhavenocycles.core.house.hall.HallBreach;

public final class AllowedPorch {
    HallBreach same(HallBreach thing) {
        return thing;
    }
}
