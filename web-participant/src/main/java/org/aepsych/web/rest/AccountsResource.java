package org.aepsych.web.rest;

import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.core.account.AdminRole;
import org.aepsych.core.account.ApiTokens;
import org.aepsych.core.account.AuditLog;
import org.aepsych.core.account.Members;
import org.aepsych.web.view.Inputs;
import org.aepsych.web.view.Json;
import org.jspecify.annotations.Nullable;

/** Lets programs of owners decide who may come in, and look at what was done. */
final class AccountsResource {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;
    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    private final Members members;
    private final ApiTokens tokens;
    private final AuditLog audit;
    private final RestGate gate;
    private final Json json;

    @Inject
    AccountsResource(Members members, ApiTokens tokens, AuditLog audit, RestGate gate, Json json) {
        this.members = members;
        this.tokens = tokens;
        this.audit = audit;
        this.gate = gate;
        this.json = json;
    }

    /**
     * An account.
     *
     * @param account its number
     * @param email its address
     * @param role what it may do
     * @param authenticator whether log-ins ask for a code
     */
    record Account(long account, String email, String role, boolean authenticator) {}

    /**
     * Somebody to be invited.
     *
     * @param email their address
     * @param role what the account will be allowed
     */
    record NewInvitation(@Nullable String email, @Nullable String role) {}

    /**
     * An invitation.
     *
     * @param link where the invited choose a password, relative to the server
     */
    record Invitation(String link) {
        /** Hides the token. */
        @Override
        public String toString() {
            return "Invitation";
        }
    }

    /**
     * A role to be given.
     *
     * @param role its name
     */
    record NewRole(@Nullable String role) {}

    /**
     * A token of a program.
     *
     * @param token its number
     * @param name what it is called
     * @param owner whose it is
     * @param role what it allows at most
     * @param created when it was made
     * @param expires when it ends
     * @param used when it was used last
     */
    record TokenLine(
            long token,
            String name,
            String owner,
            String role,
            Instant created,
            Instant expires,
            Optional<Instant> used) {}

    /**
     * An invitation that was not used yet.
     *
     * @param invitation its number
     * @param email who is invited
     * @param role what the account will be allowed
     * @param expires when it ends
     */
    record OpenInvitation(long invitation, String email, String role, Instant expires) {}

    /**
     * Who a token lets in.
     *
     * @param token what it is called
     * @param email whose it is
     * @param role what it allows
     */
    record Me(String token, String email, String role) {}

    void me(Context context) {
        gate.show(
                context,
                (exchange, holder) -> json.send(
                        exchange,
                        OK,
                        new Me(
                                holder.token(),
                                holder.administrator().email(),
                                holder.administrator().role().key())));
    }

    void invitations(Context context) {
        gate.show(
                context,
                (exchange, holder) -> json.send(
                        exchange,
                        OK,
                        members.invitations().stream()
                                .map(one -> new OpenInvitation(
                                        one.id(), one.email(), one.role().key(), one.expires()))
                                .toList()));
    }

    void withdraw(Context context) {
        gate.change(context, (exchange, holder) -> {
            members.withdraw(Inputs.id(exchange, "invitation"));
            exchange.status(NO_CONTENT);
        });
    }

    void list(Context context) {
        gate.show(
                context,
                (exchange, holder) -> json.send(
                        exchange,
                        OK,
                        members.list().stream()
                                .map(one -> new Account(
                                        one.id(), one.email(), one.role().key(), one.authenticator()))
                                .toList()));
    }

    void invite(Context context) {
        gate.change(context, (exchange, holder) -> {
            NewInvitation wanted = json.read(exchange, NewInvitation.class);
            String token = members.invite(
                            Objects.requireNonNullElse(wanted.email(), ""), role(wanted.role()), holder.administrator())
                    .text();
            json.send(exchange, CREATED, new Invitation("/admin/invitation?token=" + token));
        });
    }

    void setRole(Context context) {
        gate.change(context, (exchange, holder) -> {
            members.setRole(
                    Inputs.id(exchange, "account"),
                    role(json.read(exchange, NewRole.class).role()));
            exchange.status(NO_CONTENT);
        });
    }

    void remove(Context context) {
        gate.change(context, (exchange, holder) -> {
            members.remove(Inputs.id(exchange, "account"));
            exchange.status(NO_CONTENT);
        });
    }

    void tokens(Context context) {
        gate.show(
                context,
                (exchange, holder) -> json.send(
                        exchange,
                        OK,
                        tokens.list().stream()
                                .map(token -> new TokenLine(
                                        token.id(),
                                        token.name(),
                                        token.owner(),
                                        token.role().key(),
                                        token.created(),
                                        token.expires(),
                                        token.used()))
                                .toList()));
    }

    void revoke(Context context) {
        gate.change(context, (exchange, holder) -> {
            tokens.revoke(Inputs.id(exchange, "token"));
            exchange.status(NO_CONTENT);
        });
    }

    void audit(Context context) {
        gate.show(context, (exchange, holder) -> {
            long before = Messages.number(exchange, "before", Long.MAX_VALUE, Long.MAX_VALUE);
            int most = (int) Messages.number(exchange, "limit", USUAL, MOST);
            json.send(exchange, OK, audit.page(before, most));
        });
    }

    private static AdminRole role(@Nullable String key) {
        return Optional.ofNullable(key)
                .flatMap(AdminRole::of)
                .orElseThrow(() -> new AepsychException(
                        StandardError.INPUT_INVALID, "role: expected viewer, operator, editor or owner"));
    }
}
