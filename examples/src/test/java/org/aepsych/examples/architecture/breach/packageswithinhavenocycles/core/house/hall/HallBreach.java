package org.aepsych.examples.architecture.breach.packageswithinhavenocycles.core.house.hall;

import org.aepsych.examples.architecture.breach.packageswithinhavenocycles.core.house.attic.AtticBreach;

public final class HallBreach {
    AtticBreach same(AtticBreach thing) {
        return thing;
    }
}
