package org.aepsych.web.admin.account;

import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.ErrorKind;
import org.aepsych.api.StandardError;
import org.aepsych.core.account.AdministratorLogin;
import org.aepsych.core.account.Administrators;
import org.aepsych.core.account.Members;
import org.aepsych.core.account.OneTimeLinks;
import org.aepsych.core.account.SecretToken;
import org.aepsych.web.admin.gate.AdminGate;
import org.aepsych.web.problem.ProblemMapper;
import org.aepsych.web.security.FormTokens;
import org.aepsych.web.security.Limits;
import org.aepsych.web.security.Visitors;
import org.aepsych.web.view.Frame;
import org.aepsych.web.view.Inputs;
import org.aepsych.web.view.Pages;

/** How administrators come in and leave. */
public final class AccessHandler {
    private static final int OK = 200;

    private final Administrators administrators;
    private final OneTimeLinks links;
    private final Members members;
    private final AdminGate gate;
    private final FormTokens forms;
    private final Limits limits;
    private final Visitors visitors;
    private final Pages pages;

    @Inject
    AccessHandler(
            Administrators administrators,
            OneTimeLinks links,
            Members members,
            AdminGate gate,
            FormTokens forms,
            Limits limits,
            Visitors visitors,
            Pages pages) {
        this.administrators = administrators;
        this.links = links;
        this.members = members;
        this.gate = gate;
        this.forms = forms;
        this.limits = limits;
        this.visitors = visitors;
        this.pages = pages;
    }

    /**
     * Shows the page on which administrators log in.
     *
     * @param context the exchange
     */
    public void showLogIn(Context context) {
        sendLogIn(context, OK, "", Optional.empty());
    }

    void logIn(Context context) {
        forms.checkStranger(context);
        String email = Inputs.text(context, "email");
        try {
            SecretToken session = limits.logIn(
                    visitors.address(context),
                    () -> administrators.logIn(
                            email,
                            Inputs.text(context, "password"),
                            Inputs.text(context, "code"),
                            visitors.userAgent(context)));
            gate.letIn(context, session);
            gate.record(context, email, "");
        } catch (AepsychException e) {
            if (e.code().kind() != ErrorKind.UNAUTHENTICATED) {
                throw e;
            }
            gate.record(context, email, "refused");
            sendLogIn(context, ProblemMapper.status(e.code().kind()), email, Optional.of(e.getMessage()));
        }
    }

    void logOut(Context context) {
        gate.change(context, gate::letOut);
    }

    void showFirst(Context context) {
        SecretToken link = open(Inputs.query(context, "token"), OneTimeLinks.Purpose.CREATE_FIRST);
        sendFirst(context, OK, link, "", Optional.empty());
    }

    void first(Context context) {
        forms.checkStranger(context);
        SecretToken link = open(Inputs.text(context, "token"), OneTimeLinks.Purpose.CREATE_FIRST);
        String email = Inputs.text(context, "email");
        try {
            AdministratorLogin created = links.createFirst(link, email, Inputs.text(context, "password"));
            gate.letIn(context, administrators.open(created, visitors.userAgent(context)));
            gate.record(context, created.email(), "");
        } catch (AepsychException e) {
            if (e.code().kind() != ErrorKind.INVALID_INPUT) {
                throw e;
            }
            sendFirst(context, ProblemMapper.status(e.code().kind()), link, email, Optional.of(e.getMessage()));
        }
    }

    void showLink(Context context) {
        SecretToken link = open(Inputs.query(context, "token"), OneTimeLinks.Purpose.LOG_IN);
        LinkPage page = new LinkPage(Frame.open("Log in"), forms.forStranger(context), link.text());
        pages.send(context, OK, "admin/link", page);
    }

    void link(Context context) {
        forms.checkStranger(context);
        AdministratorLogin administrator =
                links.logIn(open(Inputs.text(context, "token"), OneTimeLinks.Purpose.LOG_IN));
        gate.letIn(context, administrators.open(administrator, visitors.userAgent(context)));
        gate.record(context, administrator.email(), "");
    }

    void showInvitation(Context context) {
        SecretToken token = SecretToken.parse(Inputs.query(context, "token")).orElseThrow(AccessHandler::spent);
        sendInvitation(context, OK, token, Optional.empty());
    }

    void acceptInvitation(Context context) {
        forms.checkStranger(context);
        SecretToken token = SecretToken.parse(Inputs.text(context, "token")).orElseThrow(AccessHandler::spent);
        try {
            AdministratorLogin created = members.accept(token, Inputs.text(context, "password"));
            gate.letIn(context, administrators.open(created, visitors.userAgent(context)));
            gate.record(context, created.email(), "");
        } catch (AepsychException e) {
            if (e.code().kind() != ErrorKind.INVALID_INPUT) {
                throw e;
            }
            sendInvitation(context, ProblemMapper.status(e.code().kind()), token, Optional.of(e.getMessage()));
        }
    }

    private void sendInvitation(Context context, int status, SecretToken token, Optional<String> error) {
        Members.Invitation invitation = members.invitation(token).orElseThrow(AccessHandler::spent);
        InvitationPage page = new InvitationPage(
                Frame.open("Invitation"),
                forms.forStranger(context),
                token.text(),
                invitation.email(),
                invitation.role().key(),
                invitation.role().description(),
                error);
        pages.send(context, status, "admin/invitation", page);
    }

    private SecretToken open(String text, OneTimeLinks.Purpose purpose) {
        return SecretToken.parse(text)
                .filter(token -> links.isOpen(token, purpose))
                .orElseThrow(AccessHandler::spent);
    }

    private static AepsychException spent() {
        return new AepsychException(
                StandardError.NOT_ALLOWED, "This link has been used or is too old; ask for a new one.");
    }

    private void sendLogIn(Context context, int status, String email, Optional<String> error) {
        LoginPage page =
                new LoginPage(Frame.open("Log in"), forms.forStranger(context), email, error, !administrators.exist());
        pages.send(context, status, "admin/login", page);
    }

    private void sendFirst(Context context, int status, SecretToken link, String email, Optional<String> error) {
        FirstPage page =
                new FirstPage(Frame.open("First administrator"), forms.forStranger(context), link.text(), email, error);
        pages.send(context, status, "admin/first", page);
    }
}
