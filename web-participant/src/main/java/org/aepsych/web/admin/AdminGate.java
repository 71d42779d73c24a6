package org.aepsych.web.admin;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.aepsych.core.account.Administrators;
import org.aepsych.core.account.SecretToken;
import org.aepsych.web.security.FormTokens;
import org.aepsych.web.security.SessionCookie;
import org.aepsych.web.security.WebSettings;
import org.aepsych.web.view.Frame;

/** Lets administrators in, and nobody else. Their cookie is never sent to participants' pages. */
final class AdminGate {
    static final String HOME = "/admin";
    static final String NEW_GAME = HOME + "/games/new";

    private final Administrators administrators;
    private final FormTokens forms;
    private final SessionCookie cookie;

    @Inject
    AdminGate(Administrators administrators, FormTokens forms, WebSettings settings) {
        this.administrators = administrators;
        this.forms = forms;
        this.cookie = new SessionCookie("aepsych_admin", settings);
    }

    /** A handler for administrators who are logged in. */
    @FunctionalInterface
    interface ForAdministrators {
        void handle(Context context, AdminVisit visit);
    }

    Optional<AdminVisit> recognise(Context context) {
        return cookie.read(context)
                .flatMap(token ->
                        administrators.recognise(token).map(administrator -> new AdminVisit(administrator, token)));
    }

    /** Shows something to administrators, and the log-in page to others. */
    void show(Context context, ForAdministrators handler) {
        recognise(context)
                .ifPresentOrElse(
                        visit -> handler.handle(context, visit), () -> context.redirect(HOME, HttpStatus.SEE_OTHER));
    }

    /** Lets administrators change something who send a form of ours. */
    void change(Context context, ForAdministrators handler) {
        show(context, (exchange, visit) -> {
            forms.check(exchange, visit.session());
            handler.handle(exchange, visit);
        });
    }

    void letIn(Context context, SecretToken session) {
        cookie.write(context, HOME, session);
        context.redirect(HOME, HttpStatus.SEE_OTHER);
    }

    void letOut(Context context, AdminVisit visit) {
        administrators.logOut(visit.session());
        cookie.clear(context, HOME);
        context.redirect(HOME, HttpStatus.SEE_OTHER);
    }

    String token(AdminVisit visit) {
        return forms.forSession(visit.session());
    }

    Frame frame(AdminVisit visit, String title, String current) {
        List<Frame.Link> links = List.of(
                new Frame.Link("Experiments", HOME, current.equals(HOME)),
                new Frame.Link("New game experiment", NEW_GAME, current.equals(NEW_GAME)));
        return new Frame(
                title,
                HOME,
                links,
                Optional.of(visit.administrator().email()),
                Optional.of(new Frame.Form(HOME + "/logout", token(visit))),
                Optional.empty());
    }
}
