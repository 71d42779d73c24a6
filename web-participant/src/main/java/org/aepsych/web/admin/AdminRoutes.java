package org.aepsych.web.admin;

import io.javalin.config.RoutesConfig;
import jakarta.inject.Inject;
import org.aepsych.web.door.Door;
import org.aepsych.web.security.Access;

/** The addresses of administrators' pages. Nothing changes by asking for a page. */
public final class AdminRoutes implements Door {
    private final AccessHandler access;
    private final OverviewHandler overview;
    private final DefineHandler define;
    private final DesignHandler design;
    private final GameHandler game;
    private final PersonHandler person;
    private final SessionHandler session;
    private final SessionTimeHandler past;
    private final TimeHandler time;
    private final MeHandler me;

    /**
     * Takes the handlers.
     *
     * @param access coming and going
     * @param overview all experiments
     * @param define new game experiments
     * @param design new adaptive experiments
     * @param game one game experiment
     * @param person one participant of it
     * @param session one session of an adaptive experiment
     * @param past sessions as they were
     * @param time game experiments as they were
     * @param me one's own account
     */
    @Inject
    AdminRoutes(
            AccessHandler access,
            OverviewHandler overview,
            DefineHandler define,
            DesignHandler design,
            GameHandler game,
            PersonHandler person,
            SessionHandler session,
            SessionTimeHandler past,
            TimeHandler time,
            MeHandler me) {
        this.access = access;
        this.overview = overview;
        this.define = define;
        this.design = design;
        this.game = game;
        this.person = person;
        this.session = session;
        this.past = past;
        this.time = time;
        this.me = me;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/admin", overview::show, Access.EVERYBODY);
        routes.post("/admin/login", access::logIn, Access.EVERYBODY);
        routes.post("/admin/logout", access::logOut, Access.VIEWER);
        routes.get("/admin/first", access::showFirst, Access.EVERYBODY);
        routes.post("/admin/first", access::first, Access.EVERYBODY);
        routes.get("/admin/link", access::showLink, Access.EVERYBODY);
        routes.post("/admin/link", access::link, Access.EVERYBODY);
        routes.get("/admin/games/new", define::show, Access.EDITOR);
        routes.post("/admin/games/new", define::define, Access.EDITOR);
        routes.post("/admin/games/new/check", define::check, Access.EDITOR);
        routes.post("/admin/games/new/convert", define::convert, Access.EDITOR);
        routes.get("/admin/games/{experiment}", game::show, Access.VIEWER);
        routes.sse("/admin/games/{experiment}/events", game::events, Access.VIEWER);
        routes.get("/admin/games/{experiment}/charts", game::charts, Access.VIEWER);
        routes.get("/admin/games/{experiment}/definition", game::definition, Access.VIEWER);
        routes.post("/admin/games/{experiment}/start", game::start, Access.OPERATOR);
        routes.post("/admin/games/{experiment}/advance", game::advance, Access.OPERATOR);
        routes.post("/admin/games/{experiment}/end", game::end, Access.OPERATOR);
        routes.post("/admin/games/{experiment}/draw", game::draw, Access.OPERATOR);
        routes.get("/admin/games/{experiment}/participants/{participant}", person::show, Access.VIEWER);
        routes.post("/admin/games/{experiment}/participants/{participant}/notes", person::write, Access.OPERATOR);
        routes.post("/admin/games/{experiment}/participants/{participant}/release", person::release, Access.OPERATOR);
        routes.post("/admin/games/{experiment}/participants/{participant}/erase", person::erase, Access.EDITOR);
        routes.post("/admin/games/{experiment}/participants/{participant}/disable", game::disable, Access.OPERATOR);
        routes.post("/admin/games/{experiment}/participants/{participant}/enable", game::enable, Access.OPERATOR);
        routes.get("/admin/adaptive/new", design::show, Access.EDITOR);
        routes.post("/admin/adaptive/new", design::define, Access.EDITOR);
        routes.post("/admin/adaptive/new/check", design::check, Access.EDITOR);
        routes.post("/admin/adaptive/new/convert", design::convert, Access.EDITOR);
        routes.get("/admin/adaptive/{stream}", session::show, Access.VIEWER);
        routes.sse("/admin/adaptive/{stream}/events", session::events, Access.VIEWER);
        routes.get("/admin/adaptive/{stream}/code.svg", session::code, Access.VIEWER);
        routes.get("/admin/adaptive/{stream}/export.zip", session::export, Access.VIEWER);
        routes.get("/admin/adaptive/{stream}/time", past::show, Access.VIEWER);
        routes.post("/admin/adaptive/{stream}/time/verify", past::verify, Access.VIEWER);
        routes.post("/admin/adaptive/{stream}/time/fork", past::fork, Access.EDITOR);
        routes.post("/admin/adaptive/{stream}/sandbox/trials", past::observe, Access.OPERATOR);
        routes.get("/admin/games/{experiment}/time", time::show, Access.VIEWER);
        routes.get("/admin/games/{experiment}/time/participants/{participant}", time::participant, Access.VIEWER);
        routes.post("/admin/games/{experiment}/time/verify", time::verify, Access.VIEWER);
        routes.post("/admin/games/{experiment}/time/fork", time::fork, Access.EDITOR);
        routes.post("/admin/games/{experiment}/sandbox/round", time::playRound, Access.OPERATOR);
        routes.get("/admin/invitation", access::showInvitation, Access.EVERYBODY);
        routes.post("/admin/invitation", access::acceptInvitation, Access.EVERYBODY);
        routes.get(AdminGate.ME, me::show, Access.VIEWER);
        routes.post(AdminGate.ME + "/password", me::changePassword, Access.VIEWER);
        routes.post(AdminGate.ME + "/authenticator", me::useAuthenticator, Access.VIEWER);
        routes.post(AdminGate.ME + "/authenticator/drop", me::dropAuthenticator, Access.VIEWER);
        routes.post(AdminGate.ME + "/tokens", me::makeToken, Access.VIEWER);
        routes.post(AdminGate.ME + "/tokens/{token}/revoke", me::revokeToken, Access.VIEWER);
    }
}
