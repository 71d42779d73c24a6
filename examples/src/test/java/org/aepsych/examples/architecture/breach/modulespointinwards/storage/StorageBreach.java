package org.aepsych.examples.architecture.breach.modulespointinwards.storage;

import org.aepsych.examples.architecture.breach.modulespointinwards.web.WebThing;

public final class StorageBreach {
    WebThing same(WebThing thing) {
        return thing;
    }
}
