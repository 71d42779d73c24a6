package org.aepsych.web.security;

import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.core.account.SecretToken;
import org.aepsych.core.secret.SecretSource;

/**
 * Makes sure that a form which changes something was served by us to the same visitor. The form's token is derived from
 * the visitor's session, or from a cookie of its own as long as there is no session; so the server keeps nothing.
 */
public final class FormTokens {
    /** Name of the hidden field. */
    public static final String FIELD = "form_token";

    private static final String PURPOSE = "form";

    private final SecretSource secrets;
    private final SessionCookie beforeLogIn;

    /**
     * Prepares tokens.
     *
     * @param secrets where cookies for visitors without session come from
     * @param settings whether cookies travel only encrypted
     */
    @Inject
    public FormTokens(SecretSource secrets, WebSettings settings) {
        this.secrets = secrets;
        this.beforeLogIn = SessionCookie.followingLinks("aepsych_form", settings);
    }

    /**
     * Returns the token for the forms of a visitor who is logged in.
     *
     * @param session the visitor's session
     * @return value of the hidden field
     */
    public String forSession(SecretToken session) {
        return session.derive(PURPOSE);
    }

    /**
     * Returns the token for the forms of a visitor who is not logged in; sets a cookie if need be.
     *
     * @param context the exchange
     * @return value of the hidden field
     */
    public String forStranger(Context context) {
        SecretToken cookie = beforeLogIn.read(context).orElseGet(() -> {
            SecretToken fresh = SecretToken.draw(secrets);
            beforeLogIn.write(context, "/", fresh);
            return fresh;
        });
        return cookie.derive(PURPOSE);
    }

    /**
     * Refuses a form that was not served to this session.
     *
     * @param context the exchange
     * @param session the visitor's session
     * @throws AepsychException {@code FORM_NOT_OURS}
     */
    public void check(Context context, SecretToken session) {
        require(context, Optional.of(session));
    }

    /**
     * Refuses a form that was not served to this visitor, who is not logged in.
     *
     * @param context the exchange
     * @throws AepsychException {@code FORM_NOT_OURS}
     */
    public void checkStranger(Context context) {
        require(context, beforeLogIn.read(context));
    }

    private static void require(Context context, Optional<SecretToken> holder) {
        String sent = Optional.ofNullable(context.formParam(FIELD)).orElse("");
        boolean ours = holder.map(token -> token.derive(PURPOSE))
                .filter(expected -> MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
        if (!ours) {
            throw new AepsychException(
                    WebError.FORM_NOT_OURS,
                    "This form is too old or was opened elsewhere; go back, reload the page and send it again.");
        }
    }
}
