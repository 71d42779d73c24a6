package org.aepsych.web.admin.gate;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.sse.SseClient;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.core.account.AdminRole;
import org.aepsych.core.account.Administrators;
import org.aepsych.core.account.AuditLog;
import org.aepsych.core.account.SecretToken;
import org.aepsych.web.security.Access;
import org.aepsych.web.security.FormTokens;
import org.aepsych.web.security.SessionCookie;
import org.aepsych.web.security.Visitors;
import org.aepsych.web.security.WebSettings;
import org.aepsych.web.view.Frame;

/** Lets administrators in, and nobody else. Their cookie is never sent to participants' pages. */
public final class AdminGate {
    /** Where administrators begin: their experiments. */
    public static final String HOME = "/admin";

    /** Where game experiments are defined. */
    public static final String NEW_GAME = HOME + "/games/new";

    /** Where adaptive experiments are defined. */
    public static final String NEW_DESIGN = HOME + "/adaptive/new";

    /** Who may come in. */
    public static final String ACCOUNTS = HOME + "/accounts";

    /** What was done. */
    public static final String AUDIT = HOME + "/audit";

    /** How the server is set up. */
    public static final String SETTINGS = HOME + "/settings";

    /** One's own account. */
    public static final String ME = HOME + "/me";

    private final Administrators administrators;
    private final AuditLog audit;
    private final Visitors visitors;
    private final FormTokens forms;
    private final SessionCookie cookie;

    @Inject
    AdminGate(
            Administrators administrators, AuditLog audit, Visitors visitors, FormTokens forms, WebSettings settings) {
        this.administrators = administrators;
        this.audit = audit;
        this.visitors = visitors;
        this.forms = forms;
        this.cookie = SessionCookie.strict("aepsych_admin", settings);
    }

    /** A handler for administrators who are logged in. */
    @FunctionalInterface
    public interface ForAdministrators {
        /**
         * Answers.
         *
         * @param context the exchange
         * @param visit who asks
         */
        void handle(Context context, AdminVisit visit);
    }

    /**
     * Recognises administrators who are logged in.
     *
     * @param context the exchange
     * @return who asks; empty for strangers
     */
    public Optional<AdminVisit> recognise(Context context) {
        return cookie.read(context)
                .flatMap(token ->
                        administrators.recognise(token).map(administrator -> new AdminVisit(administrator, token)));
    }

    /**
     * Shows something to administrators whose role is enough for the route, and the log-in page to strangers.
     *
     * @param context the exchange
     * @param handler answers administrators
     * @throws AepsychException {@code NOT_ALLOWED} if the role is not enough
     */
    public void show(Context context, ForAdministrators handler) {
        recognise(context)
                .ifPresentOrElse(
                        visit -> handler.handle(context, allowed(context, visit)),
                        () -> context.redirect(HOME, HttpStatus.SEE_OTHER));
    }

    /**
     * Lets administrators change something whose role is enough and who send a form of ours; that is recorded.
     *
     * @param context the exchange
     * @param handler makes the change and answers
     * @throws AepsychException {@code NOT_ALLOWED} if the role is not enough, or the form is not ours
     */
    public void change(Context context, ForAdministrators handler) {
        show(context, (exchange, visit) -> {
            forms.check(exchange, visit.session());
            handler.handle(exchange, visit);
            record(exchange, visit.administrator().email(), "");
        });
    }

    /**
     * Answers administrators whose role is enough and who send a form of ours; as nothing changes, nothing is recorded.
     *
     * @param context the exchange
     * @param handler answers
     * @throws AepsychException {@code NOT_ALLOWED} if the role is not enough, or the form is not ours
     */
    public void ask(Context context, ForAdministrators handler) {
        show(context, (exchange, visit) -> {
            forms.check(exchange, visit.session());
            handler.handle(exchange, visit);
        });
    }

    /**
     * Lets administrators listen whose role is enough for the route, and hangs up on others.
     *
     * @param client who listens
     * @param watch begins to tell them
     */
    public void listen(SseClient client, Runnable watch) {
        recognise(client.ctx())
                .filter(visit -> visit.administrator().role().includes(Access.needed(client.ctx())))
                .ifPresentOrElse(visit -> watch.run(), client::close);
    }

    /**
     * Records what the route of a request did in the audit log.
     *
     * @param context the exchange
     * @param actor who did it
     * @param detail what else is to be known, empty if nothing
     */
    public void record(Context context, String actor, String detail) {
        audit.record(actor, Deeds.action(context), Deeds.subject(context), detail, visitors.address(context));
    }

    private static AdminVisit allowed(Context context, AdminVisit visit) {
        AdminRole needed = Access.needed(context);
        if (!visit.administrator().role().includes(needed)) {
            throw new AepsychException(
                    StandardError.NOT_ALLOWED,
                    "Your account may not do this: it is "
                            + words(visit.administrator().role()) + ", and this needs " + words(needed)
                            + ". Ask an owner of the laboratory.");
        }
        return visit;
    }

    private static String words(AdminRole role) {
        return (role == AdminRole.VIEWER ? "a " : "an ") + role.key();
    }

    /**
     * Begins a session: sets the cookie and shows the experiments.
     *
     * @param context the exchange
     * @param session the session's token
     */
    public void letIn(Context context, SecretToken session) {
        cookie.write(context, HOME, session);
        context.redirect(HOME, HttpStatus.SEE_OTHER);
    }

    /**
     * Ends a session.
     *
     * @param context the exchange
     * @param visit whose
     */
    public void letOut(Context context, AdminVisit visit) {
        administrators.logOut(visit.session());
        cookie.clear(context, HOME);
        context.redirect(HOME, HttpStatus.SEE_OTHER);
    }

    /**
     * Returns the token that forms of a session carry.
     *
     * @param visit whose session
     * @return the token
     */
    public String token(AdminVisit visit) {
        return forms.forSession(visit.session());
    }

    /**
     * Returns the frame of a page, with links to what the role may see.
     *
     * @param visit who asks
     * @param title of the page
     * @param current address of the link that leads to the page; empty if none does
     * @return the frame
     */
    public Frame frame(AdminVisit visit, String title, String current) {
        AdminRole role = visit.administrator().role();
        List<Frame.Link> links = new ArrayList<>();
        links.add(link("Experiments", HOME, current));
        if (role.includes(AdminRole.EDITOR)) {
            links.add(link("New game experiment", NEW_GAME, current));
            links.add(link("New adaptive experiment", NEW_DESIGN, current));
        }
        if (role.includes(AdminRole.OWNER)) {
            links.add(link("Accounts", ACCOUNTS, current));
            links.add(link("Audit log", AUDIT, current));
            links.add(link("Settings", SETTINGS, current));
        }
        links.add(link("My account", ME, current));
        return new Frame(
                title,
                HOME,
                links,
                Optional.of(visit.administrator().email()),
                Optional.of(new Frame.Form(HOME + "/logout", token(visit))),
                Optional.empty());
    }

    private static Frame.Link link(String label, String address, String current) {
        return new Frame.Link(label, address, current.equals(address));
    }
}
