package org.aepsych.examples.architecture.breach.doorsdonotreachstorage.web.main;

import org.aepsych.examples.architecture.breach.doorsdonotreachstorage.api.storage.StoredThing;

public final class AllowedMain {
    StoredThing same(StoredThing thing) {
        return thing;
    }
}
