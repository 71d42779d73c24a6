package org.aepsych.web.admin;

import io.javalin.config.RoutesConfig;
import jakarta.inject.Inject;

/** The addresses of administrators' pages. Nothing changes by asking for a page. */
public final class AdminRoutes {
    private final AccessHandler access;
    private final OverviewHandler overview;
    private final DefineHandler define;
    private final GameHandler game;
    private final SessionHandler session;

    /**
     * Takes the handlers.
     *
     * @param access coming and going
     * @param overview all experiments
     * @param define new experiments
     * @param game one game experiment
     * @param session one session of an adaptive experiment
     */
    @Inject
    AdminRoutes(
            AccessHandler access,
            OverviewHandler overview,
            DefineHandler define,
            GameHandler game,
            SessionHandler session) {
        this.access = access;
        this.overview = overview;
        this.define = define;
        this.game = game;
        this.session = session;
    }

    /**
     * Adds the routes.
     *
     * @param routes of the server
     */
    public void addTo(RoutesConfig routes) {
        routes.get("/admin", overview::show);
        routes.post("/admin/login", access::logIn);
        routes.post("/admin/logout", access::logOut);
        routes.get("/admin/first", access::showFirst);
        routes.post("/admin/first", access::first);
        routes.get("/admin/link", access::showLink);
        routes.post("/admin/link", access::link);
        routes.get("/admin/games/new", define::show);
        routes.post("/admin/games/new", define::define);
        routes.get("/admin/games/{experiment}", game::show);
        routes.sse("/admin/games/{experiment}/events", game::events);
        routes.get("/admin/games/{experiment}/charts", game::charts);
        routes.get("/admin/games/{experiment}/definition", game::definition);
        routes.post("/admin/games/{experiment}/start", game::start);
        routes.post("/admin/games/{experiment}/advance", game::advance);
        routes.post("/admin/games/{experiment}/end", game::end);
        routes.post("/admin/games/{experiment}/draw", game::draw);
        routes.post("/admin/games/{experiment}/participants/{participant}/disable", game::disable);
        routes.post("/admin/games/{experiment}/participants/{participant}/enable", game::enable);
        routes.get("/admin/adaptive/{stream}", session::show);
        routes.sse("/admin/adaptive/{stream}/events", session::events);
    }
}
