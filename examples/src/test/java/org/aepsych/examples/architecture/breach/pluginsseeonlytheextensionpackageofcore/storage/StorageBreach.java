package org.aepsych.examples.architecture.breach.pluginsseeonlytheextensionpackageofcore.storage;

import org.aepsych.examples.architecture.breach.pluginsseeonlytheextensionpackageofcore.core.engine.Inside;

public final class StorageBreach {
    Inside same(Inside thing) {
        return thing;
    }
}
