package org.aepsych.examples.architecture.breach.guicestaysinmodules.core.plugin;

import com.google.inject.Injector;

public final class AllowedPlugin {
    Injector same(Injector thing) {
        return thing;
    }
}
