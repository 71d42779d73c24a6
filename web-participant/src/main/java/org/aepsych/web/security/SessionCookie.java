package org.aepsych.web.security;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;
import org.aepsych.core.account.SecretToken;

/**
 * A cookie that holds a session's token: for this browser session, unreadable by scripts, never sent from other sites.
 */
public final class SessionCookie {
    private static final int UNTIL_THE_BROWSER_CLOSES = -1;
    private static final int NOW = 0;

    private final String name;
    private final WebSettings settings;

    /**
     * A kind of cookie.
     *
     * @param name its name
     * @param settings whether it travels only encrypted
     */
    public SessionCookie(String name, WebSettings settings) {
        this.name = name;
        this.settings = settings;
    }

    /**
     * Reads the token that the browser sent.
     *
     * @param context the exchange
     * @return the token, or empty if there is none or it cannot be one
     */
    public Optional<SecretToken> read(Context context) {
        return Optional.ofNullable(context.cookie(name)).flatMap(SecretToken::parse);
    }

    /**
     * Hands a token to the browser.
     *
     * @param context the exchange
     * @param path under which addresses it is sent back
     * @param token the token
     */
    public void write(Context context, String path, SecretToken token) {
        context.cookie(cookie(context, path, token.text(), UNTIL_THE_BROWSER_CLOSES));
    }

    /**
     * Takes the token away.
     *
     * @param context the exchange
     * @param path as it was written
     */
    public void clear(Context context, String path) {
        context.cookie(cookie(context, path, "", NOW));
    }

    private Cookie cookie(Context context, String path, String value, int maxAge) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath(path);
        cookie.setMaxAge(maxAge);
        cookie.setHttpOnly(true);
        cookie.setSecure(settings.encrypted(context));
        cookie.setSameSite(SameSite.STRICT);
        return cookie;
    }
}
