package org.aepsych.web.admin.game;

import io.javalin.config.RoutesConfig;
import jakarta.inject.Inject;
import org.aepsych.web.door.Door;
import org.aepsych.web.security.Access;

/** The addresses under which a game experiment is watched and steered. */
final class GameRoutes implements Door {
    private final GameHandler game;

    @Inject
    GameRoutes(GameHandler game) {
        this.game = game;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/admin/games/{experiment}", game::show, Access.VIEWER);
        routes.sse("/admin/games/{experiment}/events", game::events, Access.VIEWER);
        routes.get("/admin/games/{experiment}/charts", game::charts, Access.VIEWER);
        routes.get("/admin/games/{experiment}/definition", game::definition, Access.VIEWER);
        routes.post("/admin/games/{experiment}/start", game::start, Access.OPERATOR);
        routes.post("/admin/games/{experiment}/advance", game::advance, Access.OPERATOR);
        routes.post("/admin/games/{experiment}/end", game::end, Access.OPERATOR);
        routes.post("/admin/games/{experiment}/draw", game::draw, Access.OPERATOR);
        routes.post("/admin/games/{experiment}/participants/{participant}/disable", game::disable, Access.OPERATOR);
        routes.post("/admin/games/{experiment}/participants/{participant}/enable", game::enable, Access.OPERATOR);
    }
}
