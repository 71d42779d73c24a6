package org.aepsych.web.door;

import com.google.inject.Binder;
import com.google.inject.multibindings.Multibinder;
import io.javalin.config.RoutesConfig;

/** The addresses of one feature. The server opens every door that a module {@linkplain #among adds}. */
@FunctionalInterface
public interface Door {
    /**
     * Adds the routes.
     *
     * @param routes of the server
     */
    void addTo(RoutesConfig routes);

    /**
     * Adds a door to those that the server opens.
     *
     * @param binder of the feature's module
     * @param door its class, which is bound without scope
     */
    static void among(Binder binder, Class<? extends Door> door) {
        binder.bind(door);
        Multibinder.newSetBinder(binder, Door.class).addBinding().to(door);
    }
}
