package org.aepsych.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The addresses of the JSON interface; {@code openapi.yaml} describes each of them. */
public final class ApiRoutes {
    private static final String DESCRIPTION = "/org/aepsych/web/openapi.yaml";

    private final ApiHandler handler;
    private final String description;

    /**
     * Takes the handler.
     *
     * @param handler answers
     */
    @Inject
    ApiRoutes(ApiHandler handler) {
        this.handler = handler;
        try (InputStream in = ApiRoutes.class.getResourceAsStream(DESCRIPTION)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource " + DESCRIPTION);
            }
            this.description = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Adds the routes.
     *
     * @param routes of the server
     */
    public void addTo(RoutesConfig routes) {
        routes.get("/health", handler::health);
        routes.get("/api/openapi.yaml", this::describe);
        routes.get("/api/experiments", handler::experiments);
        routes.post("/api/experiments/{experiment}/participants", handler::register);
        routes.get("/api/experiments/{experiment}/me", handler::me);
        routes.get("/api/experiments/{experiment}/me/payoffs/{round}", handler::payoffs);
        routes.post("/api/experiments/{experiment}/plays", handler::play);
        routes.post("/api/experiments/{experiment}/words", handler::addWords);
        routes.get("/api/experiments/{experiment}/draw", handler::draw);
    }

    private void describe(Context context) {
        context.contentType("application/yaml").result(description);
    }
}
