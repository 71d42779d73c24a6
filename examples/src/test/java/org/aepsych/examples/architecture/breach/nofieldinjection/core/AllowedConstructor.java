package org.aepsych.examples.architecture.breach.nofieldinjection.core;

import jakarta.inject.Inject;

public final class AllowedConstructor {
    final Runnable field;

    @Inject
    AllowedConstructor(Runnable field) {
        this.field = field;
    }
}
