package org.aepsych.examples.architecture.breach.guicestaysinmodules.web.main;

import com.google.inject.Injector;

public final class AllowedMain {
    Injector same(Injector thing) {
        return thing;
    }
}
