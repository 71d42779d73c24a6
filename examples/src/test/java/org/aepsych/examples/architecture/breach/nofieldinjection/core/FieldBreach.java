package org.aepsych.examples.architecture.breach.nofieldinjection.core;

import jakarta.inject.Inject;

public final class FieldBreach {
    @Inject
    Runnable field;
}
