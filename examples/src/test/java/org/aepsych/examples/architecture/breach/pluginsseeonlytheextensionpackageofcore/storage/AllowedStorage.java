package org.aepsych.examples.architecture.breach.pluginsseeonlytheextensionpackageofcore.storage;

import org.aepsych.examples.architecture.breach.pluginsseeonlytheextensionpackageofcore.core.plugin.Extension;

public final class AllowedStorage {
    Extension same(Extension thing) {
        return thing;
    }
}
