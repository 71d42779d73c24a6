package org.aepsych.web.door;

import io.javalin.config.RoutesConfig;

/** The addresses of one feature. The server opens every door that a {@link DoorModule} adds. */
@FunctionalInterface
public interface Door {
    /**
     * Adds the routes.
     *
     * @param routes of the server
     */
    void addTo(RoutesConfig routes);
}
