package org.aepsych.examples.architecture.breach.modulespointinwards.web;

import org.aepsych.examples.architecture.breach.modulespointinwards.core.CoreThing;

public final class AllowedWeb {
    CoreThing same(CoreThing thing) {
        return thing;
    }
}
