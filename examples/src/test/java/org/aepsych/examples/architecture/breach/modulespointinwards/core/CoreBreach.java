package org.aepsych.examples.architecture.breach.modulespointinwards.core;

import org.aepsych.examples.architecture.breach.modulespointinwards.web.WebThing;

public final class CoreBreach {
    WebThing same(WebThing thing) {
        return thing;
    }
}
