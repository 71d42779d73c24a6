package org.aepsych.examples.architecture.breach.modulespointinwards.api;

import org.aepsych.examples.architecture.breach.modulespointinwards.core.CoreThing;

public final class ApiBreach {
    CoreThing same(CoreThing thing) {
        return thing;
    }
}
