package org.aepsych.examples.architecture.breach.guicestaysinmodules.core.engine;

import com.google.inject.Injector;

public final class InjectorBreach {
    Injector same(Injector thing) {
        return thing;
    }
}
