package org.aepsych.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.aepsych.web.door.Door;
import org.aepsych.web.security.Access;
import org.aepsych.web.view.Pages;

/** The addresses of the JSON interface; {@code openapi.yaml} describes each of them. */
public final class ApiRoutes implements Door {
    private static final int OK = 200;
    private static final String DESCRIPTION = "/org/aepsych/web/openapi.yaml";

    private final ApiHandler handler;
    private final Pages pages;
    private final String description;
    private final GuidePage guide;

    /**
     * Takes the handler.
     *
     * @param handler answers
     * @param pages shows the description to people
     */
    @Inject
    ApiRoutes(ApiHandler handler, Pages pages) {
        this.handler = handler;
        this.pages = pages;
        try (InputStream in = ApiRoutes.class.getResourceAsStream(DESCRIPTION)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource " + DESCRIPTION);
            }
            this.description = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.guide = new Description(description).page();
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/health", handler::health, Access.EVERYBODY);
        routes.get("/api", context -> pages.send(context, OK, "api/guide", guide), Access.EVERYBODY);
        routes.get("/api/openapi.yaml", this::describe, Access.EVERYBODY);
        routes.get("/api/experiments", handler::experiments, Access.EVERYBODY);
        routes.post("/api/experiments/{experiment}/participants", handler::register, Access.EVERYBODY);
        routes.get("/api/experiments/{experiment}/me", handler::me, Access.PARTICIPANT);
        routes.get("/api/experiments/{experiment}/me/payoffs/{round}", handler::payoffs, Access.PARTICIPANT);
        routes.post("/api/experiments/{experiment}/plays", handler::play, Access.PARTICIPANT);
        routes.post("/api/experiments/{experiment}/words", handler::addWords, Access.PARTICIPANT);
        routes.post("/api/experiments/{experiment}/notes/{note}/dismiss", handler::dismiss, Access.PARTICIPANT);
        routes.get("/api/experiments/{experiment}/draw", handler::draw, Access.EVERYBODY);
    }

    private void describe(Context context) {
        context.contentType("application/yaml").result(description);
    }
}
