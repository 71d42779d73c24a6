package org.aepsych.web.door;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;

/** Binds the parts of a feature, and the doors that lead to it. */
public abstract class DoorModule extends AbstractModule {
    /** For modules of features. */
    protected DoorModule() {}

    /**
     * Adds a door to those that the server opens.
     *
     * @param door its class, which is bound without scope
     */
    protected final void open(Class<? extends Door> door) {
        bind(door);
        Multibinder.newSetBinder(binder(), Door.class).addBinding().to(door);
    }
}
