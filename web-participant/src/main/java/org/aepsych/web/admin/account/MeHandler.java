package org.aepsych.web.admin.account;

import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.ErrorKind;
import org.aepsych.api.StandardError;
import org.aepsych.core.account.AdminRole;
import org.aepsych.core.account.AdministratorLogin;
import org.aepsych.core.account.Administrators;
import org.aepsych.core.account.ApiTokens;
import org.aepsych.core.account.Members;
import org.aepsych.web.admin.gate.AdminGate;
import org.aepsych.web.admin.gate.AdminVisit;
import org.aepsych.web.problem.ProblemMapper;
import org.aepsych.web.security.Limits;
import org.aepsych.web.security.Visitors;
import org.aepsych.web.view.Inputs;
import org.aepsych.web.view.Pages;

/** Lets administrators look after their own account: password, authenticator, tokens of their programs. */
final class MeHandler {
    private static final int OK = 200;

    private final Administrators administrators;
    private final Members members;
    private final ApiTokens tokens;
    private final AdminGate gate;
    private final Limits limits;
    private final Visitors visitors;
    private final InstantSource clock;
    private final Pages pages;

    @Inject
    MeHandler(
            Administrators administrators,
            Members members,
            ApiTokens tokens,
            AdminGate gate,
            Limits limits,
            Visitors visitors,
            InstantSource clock,
            Pages pages) {
        this.administrators = administrators;
        this.members = members;
        this.tokens = tokens;
        this.gate = gate;
        this.limits = limits;
        this.visitors = visitors;
        this.clock = clock;
        this.pages = pages;
    }

    /** What has just happened, to be shown with the page. */
    private record News(int status, Optional<String> notice, Optional<String> error, Optional<String> made) {
        static final News NONE = new News(OK, Optional.empty(), Optional.empty(), Optional.empty());

        static News done(String notice) {
            return new News(OK, Optional.of(notice), Optional.empty(), Optional.empty());
        }
    }

    /** Something that a form asks for. */
    @FunctionalInterface
    private interface Step {
        News take(AdministratorLogin administrator);
    }

    void show(Context context) {
        gate.show(context, (exchange, visit) -> send(exchange, visit, News.NONE));
    }

    void changePassword(Context context) {
        gate.change(context, (exchange, visit) -> {
            try {
                limits.logIn(visitors.address(exchange), () -> {
                    administrators.changePassword(
                            visit.administrator(), Inputs.text(exchange, "current"), Inputs.text(exchange, "password"));
                    return true;
                });
                // All sessions have ended, this one, too.
                gate.letIn(exchange, administrators.open(visit.administrator(), visitors.userAgent(exchange)));
            } catch (AepsychException e) {
                refused(exchange, visit, e);
            }
        });
    }

    void useAuthenticator(Context context) {
        change(context, administrator -> {
            members.useAuthenticator(administrator.id(), Inputs.text(context, "secret"), Inputs.text(context, "code"));
            return News.done("From now on, logging in asks for the code of your authenticator.");
        });
    }

    void dropAuthenticator(Context context) {
        change(context, administrator -> {
            members.dropAuthenticator(administrator.id());
            return News.done("Logging in asks for no code any more.");
        });
    }

    void makeToken(Context context) {
        change(context, administrator -> {
            AdminRole role = AdminRole.of(Inputs.text(context, "role")).orElse(AdminRole.VIEWER);
            String made = tokens.make(Inputs.text(context, "name"), role, Inputs.whole(context, "days"), administrator)
                    .text();
            return new News(OK, Optional.empty(), Optional.empty(), Optional.of(made));
        });
    }

    void revokeToken(Context context) {
        change(context, administrator -> {
            long id = Inputs.id(context, "token");
            boolean own = tokens.list().stream()
                    .anyMatch(token -> token.id() == id && token.owner().equals(administrator.email()));
            if (!own) {
                throw new AepsychException(StandardError.NOT_FOUND_HERE, "You have no token " + id + ".");
            }
            tokens.revoke(id);
            return News.done("The token is revoked.");
        });
    }

    private void change(Context context, Step step) {
        gate.change(context, (exchange, visit) -> {
            try {
                send(exchange, visit, step.take(visit.administrator()));
            } catch (AepsychException e) {
                refused(exchange, visit, e);
            }
        });
    }

    private void refused(Context context, AdminVisit visit, AepsychException error) {
        if (error.code().kind() != ErrorKind.INVALID_INPUT && error.code().kind() != ErrorKind.UNAUTHENTICATED) {
            throw error;
        }
        // A wrong present password must not look like a session that has ended.
        int status = ProblemMapper.status(ErrorKind.INVALID_INPUT);
        send(context, visit, new News(status, Optional.empty(), Optional.of(error.getMessage()), Optional.empty()));
    }

    private void send(Context context, AdminVisit visit, News news) {
        Instant now = clock.instant();
        AdministratorLogin me = visit.administrator();
        String secret = members.drawAuthenticator();
        boolean authenticator =
                members.list().stream().anyMatch(member -> member.id() == me.id() && member.authenticator());
        MePage page = new MePage(
                gate.frame(visit, "My account", AdminGate.ME),
                gate.token(visit),
                me.role().key(),
                me.role().description(),
                news.notice(),
                news.error(),
                news.made(),
                authenticator,
                secret,
                "otpauth://totp/aepsych:" + URLEncoder.encode(me.email(), StandardCharsets.UTF_8) + "?secret=" + secret
                        + "&issuer=aepsych",
                tokens.list().stream()
                        .filter(token -> token.owner().equals(me.email()))
                        .map(token -> AccountLines.token(token, now))
                        .toList(),
                AccountLines.roles(me.role()));
        pages.send(context, news.status(), "admin/me", page);
    }
}
