package org.aepsych.examples.architecture.breach.doorsdonotreachstorage.web.admin;

import org.aepsych.examples.architecture.breach.doorsdonotreachstorage.api.storage.StoredThing;

public final class StorageBreach {
    StoredThing same(StoredThing thing) {
        return thing;
    }
}
