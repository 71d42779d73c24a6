package org.aepsych.web.adaptive;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.aepsych.web.door.Door;
import org.aepsych.web.security.Access;

/** The addresses of AEPsych's messages over HTTP and WebSocket; {@code openapi-aepsych.yaml} describes each of them. */
public final class AepsychRoutes implements Door {
    private static final String DESCRIPTION = "/org/aepsych/web/openapi-aepsych.yaml";

    private final AepsychHandler handler;
    private final AepsychSocket socket;
    private final String description;

    /**
     * Takes the doors.
     *
     * @param handler one message a request
     * @param socket a conversation
     */
    @Inject
    AepsychRoutes(AepsychHandler handler, AepsychSocket socket) {
        this.handler = handler;
        this.socket = socket;
        try (InputStream in = AepsychRoutes.class.getResourceAsStream(DESCRIPTION)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource " + DESCRIPTION);
            }
            this.description = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/aepsych/openapi.yaml", this::describe, Access.EVERYBODY);
        routes.post("/api/aepsych/experiments", handler::setup, Access.CLIENT);
        routes.post("/api/aepsych/experiments/{strat_id}/{type}", handler::message, Access.CLIENT);
        routes.ws("/api/aepsych/socket", socket::configure, Access.CLIENT);
    }

    private void describe(Context context) {
        context.contentType("application/yaml").result(description);
    }
}
