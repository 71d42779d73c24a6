package org.aepsych.web.rest;

import io.javalin.config.RoutesConfig;
import jakarta.inject.Inject;
import org.aepsych.web.door.Door;
import org.aepsych.web.security.Access;

/** The addresses of the administrators' interface; {@code openapi.yaml} describes each of them. */
public final class RestRoutes implements Door {
    private static final String BASE = "/api/v1";
    private static final String EXPERIMENT = BASE + "/experiments/{experiment}";
    private static final String PARTICIPANT = EXPERIMENT + "/participants/{participant}";

    private final ExperimentsResource experiments;
    private final ParticipantsResource participants;
    private final ArchiveResource archive;
    private final ResultsResource results;
    private final SessionsResource sessions;
    private final AccountsResource accounts;
    private final OperationResource operation;

    /**
     * Takes the handlers.
     *
     * @param experiments defines and runs game experiments
     * @param participants says who takes part in them
     * @param archive keeps them, and clears them away
     * @param results what came of them
     * @param sessions of adaptive experiments
     * @param accounts who may come in
     * @param operation how the server is
     */
    @Inject
    RestRoutes(
            ExperimentsResource experiments,
            ParticipantsResource participants,
            ArchiveResource archive,
            ResultsResource results,
            SessionsResource sessions,
            AccountsResource accounts,
            OperationResource operation) {
        this.experiments = experiments;
        this.participants = participants;
        this.archive = archive;
        this.results = results;
        this.sessions = sessions;
        this.accounts = accounts;
        this.operation = operation;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(BASE + "/experiments", experiments::list, Access.VIEWER);
        routes.post(BASE + "/experiments", experiments::define, Access.EDITOR);
        routes.post(BASE + "/experiments/check", experiments::check, Access.VIEWER);
        routes.get(EXPERIMENT, experiments::one, Access.VIEWER);
        routes.get(EXPERIMENT + "/definition", experiments::definition, Access.VIEWER);
        routes.post(EXPERIMENT + "/start", experiments::start, Access.OPERATOR);
        routes.post(EXPERIMENT + "/advance", experiments::advance, Access.OPERATOR);
        routes.post(EXPERIMENT + "/end", experiments::end, Access.OPERATOR);
        routes.post(EXPERIMENT + "/draw", experiments::draw, Access.OPERATOR);
        routes.post(EXPERIMENT + "/pause", experiments::pause, Access.OPERATOR);
        routes.post(EXPERIMENT + "/resume", experiments::resume, Access.OPERATOR);
        routes.put(EXPERIMENT + "/registration", experiments::registration, Access.OPERATOR);
        routes.post(EXPERIMENT + "/copy", experiments::copy, Access.EDITOR);
        routes.delete(EXPERIMENT, archive::delete, Access.EDITOR);
        routes.post(EXPERIMENT + "/wipe", archive::wipe, Access.EDITOR);
        routes.post(EXPERIMENT + "/fork", archive::fork, Access.EDITOR);
        routes.get(EXPERIMENT + "/export", archive::export, Access.VIEWER);
        routes.get(EXPERIMENT + "/history", archive::history, Access.VIEWER);
        routes.get(EXPERIMENT + "/verification", archive::verify, Access.VIEWER);
        routes.post(EXPERIMENT + "/addresses", participants::add, Access.OPERATOR);
        routes.post(EXPERIMENT + "/links", participants::links, Access.OPERATOR);
        routes.post(EXPERIMENT + "/passwords", participants::passwords, Access.OPERATOR);
        routes.post(EXPERIMENT + "/mails", participants::mails, Access.OPERATOR);
        routes.get(EXPERIMENT + "/participants", participants::list, Access.VIEWER);
        routes.post(EXPERIMENT + "/participants", participants::enroll, Access.OPERATOR);
        routes.delete(PARTICIPANT, participants::erase, Access.EDITOR);
        routes.post(PARTICIPANT + "/disable", participants::disable, Access.OPERATOR);
        routes.post(PARTICIPANT + "/enable", participants::enable, Access.OPERATOR);
        routes.post(PARTICIPANT + "/release", participants::release, Access.OPERATOR);
        routes.get(EXPERIMENT + "/notes", participants::notes, Access.VIEWER);
        routes.post(EXPERIMENT + "/notes", participants::write, Access.OPERATOR);
        routes.get(PARTICIPANT + "/payoffs/{round}", results::payoffs, Access.VIEWER);
        routes.get(EXPERIMENT + "/rounds", results::rounds, Access.VIEWER);
        routes.get(EXPERIMENT + "/winners", results::winners, Access.VIEWER);
        routes.get(EXPERIMENT + "/equilibria", results::equilibria, Access.VIEWER);
        routes.get(EXPERIMENT + "/log", results::log, Access.VIEWER);
        routes.get(BASE + "/sessions", sessions::list, Access.VIEWER);
        routes.get(BASE + "/sessions/{session}", sessions::one, Access.VIEWER);
        routes.get(BASE + "/sessions/{session}/posterior", sessions::posterior, Access.VIEWER);
        routes.get(BASE + "/sessions/{session}/log", sessions::log, Access.VIEWER);
        routes.get(BASE + "/sessions/{session}/export", archive::exportSession, Access.VIEWER);
        routes.get(BASE + "/me", accounts::me, Access.VIEWER);
        routes.get(BASE + "/accounts", accounts::list, Access.OWNER);
        routes.post(BASE + "/accounts/invitations", accounts::invite, Access.OWNER);
        routes.get(BASE + "/accounts/invitations", accounts::invitations, Access.OWNER);
        routes.delete(BASE + "/accounts/invitations/{invitation}", accounts::withdraw, Access.OWNER);
        routes.put(BASE + "/accounts/{account}/role", accounts::setRole, Access.OWNER);
        routes.delete(BASE + "/accounts/{account}", accounts::remove, Access.OWNER);
        routes.get(BASE + "/tokens", accounts::tokens, Access.OWNER);
        routes.delete(BASE + "/tokens/{token}", accounts::revoke, Access.OWNER);
        routes.get(BASE + "/audit", accounts::audit, Access.OWNER);
        routes.get("/ready", operation::ready, Access.EVERYBODY);
        routes.get("/metrics", operation::metrics, Access.VIEWER);
    }
}
