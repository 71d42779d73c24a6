package org.aepsych.web.gamelab;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import jakarta.inject.Inject;
import org.aepsych.web.door.Door;
import org.aepsych.web.security.Access;

/** The addresses of the interface for programs written for gamelab: all pages below an experiment's base address. */
public final class GamelabRoutes implements Door {
    private final LabHandler handler;

    /**
     * Takes the handler.
     *
     * @param handler answers
     */
    @Inject
    GamelabRoutes(LabHandler handler) {
        this.handler = handler;
    }

    /**
     * Adds the routes. Every method has one, since gamelab also answers wrong methods with an empty body.
     *
     * @param routes of the server
     */
    @Override
    public void addTo(RoutesConfig routes) {
        for (HandlerType method : HandlerType.commonHttp()) {
            routes.addHttpHandler(
                    method, "/e/{experiment}/lab", context -> handler.handle(context, ""), Access.PARTICIPANT);
            routes.addHttpHandler(
                    method,
                    "/e/{experiment}/lab/<page>",
                    context -> handler.handle(context, context.pathParam("page")),
                    Access.PARTICIPANT);
        }
    }
}
