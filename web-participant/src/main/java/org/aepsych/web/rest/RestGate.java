package org.aepsych.web.rest;

import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.core.account.AdminRole;
import org.aepsych.core.account.ApiTokens;
import org.aepsych.core.account.AuditLog;
import org.aepsych.core.account.SecretToken;
import org.aepsych.web.security.Access;
import org.aepsych.web.security.Visitors;

/** Lets programs in whose token is enough for the route. Cookies are not looked at, so no page can misuse them. */
final class RestGate {
    private static final String BEARER = "Bearer ";

    private final ApiTokens tokens;
    private final AuditLog audit;
    private final Visitors visitors;

    @Inject
    RestGate(ApiTokens tokens, AuditLog audit, Visitors visitors) {
        this.tokens = tokens;
        this.audit = audit;
        this.visitors = visitors;
    }

    /** A handler for programs that have been let in. */
    @FunctionalInterface
    interface ForPrograms {
        void handle(Context context, ApiTokens.Holder holder);
    }

    /** Answers a program that asks. */
    void show(Context context, ForPrograms handler) {
        handler.handle(context, allowed(context));
    }

    /** Lets a program change something, and records that. */
    void change(Context context, ForPrograms handler) {
        ApiTokens.Holder holder = allowed(context);
        handler.handle(context, holder);
        audit.record(
                holder.administrator().email() + " (" + holder.token() + ")",
                context.method() + " " + context.endpoint().path,
                subject(context),
                "",
                visitors.address(context));
    }

    private ApiTokens.Holder allowed(Context context) {
        String header = Objects.requireNonNullElse(context.header("Authorization"), "");
        ApiTokens.Holder holder = Optional.of(header)
                .filter(sent -> sent.startsWith(BEARER))
                .flatMap(sent -> SecretToken.parse(sent.substring(BEARER.length())))
                .flatMap(tokens::recognise)
                .orElseThrow(() -> {
                    context.header("WWW-Authenticate", "Bearer");
                    return new AepsychException(
                            StandardError.LOGIN_REQUIRED,
                            "Authorization: expected \"Bearer\" and a token made in the console under My account.");
                });
        AdminRole needed = Access.needed(context);
        if (!holder.administrator().role().includes(needed)) {
            throw new AepsychException(
                    StandardError.NOT_ALLOWED,
                    "The token allows what a " + holder.administrator().role().key() + " may do; this needs a "
                            + needed.key() + ".");
        }
        return holder;
    }

    private static String subject(Context context) {
        Map<String, String> parts = new TreeMap<>(context.pathParamMap());
        return parts.entrySet().stream()
                .map(part -> part.getKey() + " " + part.getValue())
                .collect(Collectors.joining(", "));
    }
}
