package org.aepsych.web.admin.account;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.ErrorKind;
import org.aepsych.api.StandardError;
import org.aepsych.core.account.AdminRole;
import org.aepsych.core.account.ApiTokens;
import org.aepsych.core.account.Members;
import org.aepsych.core.mail.MailDesk;
import org.aepsych.web.admin.gate.AdminGate;
import org.aepsych.web.admin.gate.AdminVisit;
import org.aepsych.web.admin.gate.Confirmation;
import org.aepsych.web.problem.ProblemMapper;
import org.aepsych.web.security.Visitors;
import org.aepsych.web.view.Inputs;
import org.aepsych.web.view.Pages;
import org.aepsych.web.view.Utc;

/** Lets owners decide who may come in. */
final class AccountsHandler {
    private static final int OK = 200;

    private final Members members;
    private final ApiTokens tokens;
    private final MailDesk mails;
    private final AdminGate gate;
    private final Visitors visitors;
    private final InstantSource clock;
    private final Pages pages;

    @Inject
    AccountsHandler(
            Members members,
            ApiTokens tokens,
            MailDesk mails,
            AdminGate gate,
            Visitors visitors,
            InstantSource clock,
            Pages pages) {
        this.members = members;
        this.tokens = tokens;
        this.mails = mails;
        this.gate = gate;
        this.visitors = visitors;
        this.clock = clock;
        this.pages = pages;
    }

    void show(Context context) {
        gate.show(context, (exchange, visit) -> send(exchange, visit, OK, Optional.empty(), Optional.empty()));
    }

    void invite(Context context) {
        gate.change(context, (exchange, visit) -> {
            try {
                String token = members.invite(Inputs.text(exchange, "email"), role(exchange), visit.administrator())
                        .text();
                String link = visitors.base(exchange) + "/admin/invitation?token=" + token;
                if (mails.ready()) {
                    mails.invitation(Inputs.text(exchange, "email").strip(), URI.create(link));
                }
                send(exchange, visit, OK, Optional.of(link), Optional.empty());
            } catch (AepsychException e) {
                refused(exchange, visit, e);
            }
        });
    }

    void withdraw(Context context) {
        change(context, () -> members.withdraw(Inputs.id(context, "invitation")));
    }

    void setRole(Context context) {
        change(context, () -> members.setRole(Inputs.id(context, "account"), role(context)));
    }

    void remove(Context context) {
        change(context, () -> {
            Confirmation.require(context, "the account is removed");
            members.remove(Inputs.id(context, "account"));
        });
    }

    void revoke(Context context) {
        change(context, () -> tokens.revoke(Inputs.id(context, "token")));
    }

    private void change(Context context, Runnable step) {
        gate.change(context, (exchange, visit) -> {
            try {
                step.run();
                exchange.redirect(AdminGate.ACCOUNTS, HttpStatus.SEE_OTHER);
            } catch (AepsychException e) {
                refused(exchange, visit, e);
            }
        });
    }

    private void refused(Context context, AdminVisit visit, AepsychException error) {
        if (error.code().kind() != ErrorKind.INVALID_INPUT && error.code().kind() != ErrorKind.CONFLICT) {
            throw error;
        }
        int status = ProblemMapper.status(error.code().kind());
        send(context, visit, status, Optional.empty(), Optional.of(error.getMessage()));
    }

    private static AdminRole role(Context context) {
        String key = Inputs.text(context, "role");
        return AdminRole.of(key)
                .orElseThrow(() -> new AepsychException(
                        StandardError.INPUT_INVALID,
                        "role: expected viewer, operator, editor or owner, but found \"" + key + "\""));
    }

    private void send(Context context, AdminVisit visit, int status, Optional<String> link, Optional<String> error) {
        Instant now = clock.instant();
        AccountsPage page = new AccountsPage(
                gate.frame(visit, "Accounts", AdminGate.ACCOUNTS),
                gate.token(visit),
                link,
                error,
                members.list().stream()
                        .map(member -> new AccountsPage.Account(
                                member.id(),
                                member.email(),
                                member.role().key(),
                                member.authenticator(),
                                member.id() == visit.administrator().id()))
                        .toList(),
                members.invitations().stream()
                        .map(open -> new AccountsPage.Invitation(
                                open.id(), open.email(), open.role().key(), Utc.day(open.expires())))
                        .toList(),
                tokens.list().stream()
                        .map(token -> AccountLines.token(token, now))
                        .toList(),
                AccountLines.roles(AdminRole.OWNER));
        pages.send(context, status, "admin/accounts", page);
    }
}
