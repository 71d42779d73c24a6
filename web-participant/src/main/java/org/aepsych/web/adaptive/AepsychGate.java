package org.aepsych.web.adaptive;

import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.core.config.server.ClientRules;
import org.aepsych.web.security.Limits;
import org.aepsych.web.security.Visitors;

/**
 * Who may send AEPsych's messages over HTTP. Pages are open to the whole internet, and setting up an experiment costs
 * much, so it takes the shared secret; without one, only programs and pages of this very machine are served. A page of
 * another site is never served.
 */
final class AepsychGate {
    private static final String BEARER = "Bearer ";

    private final ClientRules rules;
    private final Limits limits;
    private final Visitors visitors;

    @Inject
    AepsychGate(ClientRules rules, Limits limits, Visitors visitors) {
        this.rules = rules;
        this.limits = limits;
        this.visitors = visitors;
    }

    /**
     * Lets a request in, or refuses it.
     *
     * @param context the exchange
     * @throws AepsychException if the request is not to be served
     */
    void require(Context context) {
        Knock knock = Knock.of(context);
        if (!knock.isOfSameSite()) {
            throw new AepsychException(StandardError.NOT_ALLOWED, "Pages of other sites may not do this.");
        }
        if (rules.secret().isPresent()) {
            limits.logIn(visitors.address(context), () -> {
                requireSecret(context, rules.secret().get());
                return true;
            });
        } else if (!knock.isLocal()) {
            throw new AepsychException(StandardError.NOT_ALLOWED, forLocalOnly());
        }
    }

    /**
     * Lets a socket in; if there is a secret, its first message shows it, since browsers send no headers there.
     *
     * @param knock the request for the socket
     * @return why it is refused, or empty
     */
    Optional<String> refusal(Knock knock) {
        if (!knock.isOfSameSite()) {
            return Optional.of("Pages of other sites may not do this.");
        }
        return rules.secret().isPresent() || knock.isLocal() ? Optional.empty() : Optional.of(forLocalOnly());
    }

    private static String forLocalOnly() {
        return "Without a shared secret (server.secret) only this machine is served here.";
    }

    private static void requireSecret(Context context, String secret) {
        String shown = Optional.ofNullable(context.header("Authorization"))
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()))
                .orElse("");
        if (!MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8))) {
            context.header("WWW-Authenticate", "Bearer");
            throw new AepsychException(
                    StandardError.LOGIN_REQUIRED,
                    "Authorization: expected \"Bearer\" and the shared secret of this server.");
        }
    }
}
