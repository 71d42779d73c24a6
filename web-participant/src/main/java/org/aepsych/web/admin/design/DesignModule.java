package org.aepsych.web.admin.design;

import org.aepsych.web.door.DoorModule;

/** Binds the definition of adaptive experiments. */
public final class DesignModule extends DoorModule {
    @Override
    protected void configure() {
        bind(DesignHandler.class);
        open(DesignRoutes.class);
    }
}
