package org.aepsych.web.security;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.Optional;
import org.aepsych.core.account.SecretToken;

/** A cookie that holds a session's token: unreadable by scripts, never sent with forms of other sites. */
public final class SessionCookie {
    private static final int UNTIL_THE_BROWSER_CLOSES = -1;
    private static final int NOW = 0;

    private final String name;
    private final WebSettings settings;
    private final SameSite sites;
    private final int maxAge;

    private SessionCookie(String name, WebSettings settings, SameSite sites, int maxAge) {
        this.name = name;
        this.settings = settings;
        this.sites = sites;
        this.maxAge = maxAge;
    }

    /**
     * A cookie for those who may change much: gone when the browser closes, and not sent when a link on another site is
     * followed.
     *
     * @param name its name
     * @param settings whether it travels only encrypted
     * @return the kind of cookie
     */
    public static SessionCookie strict(String name, WebSettings settings) {
        return new SessionCookie(name, settings, SameSite.STRICT, UNTIL_THE_BROWSER_CLOSES);
    }

    /**
     * A cookie that is sent when a link is followed from a mail in the browser, and is gone when the browser closes.
     *
     * @param name its name
     * @param settings whether it travels only encrypted
     * @return the kind of cookie
     */
    public static SessionCookie followingLinks(String name, WebSettings settings) {
        return new SessionCookie(name, settings, SameSite.LAX, UNTIL_THE_BROWSER_CLOSES);
    }

    /**
     * A cookie for those who may have no password to come back with: it outlives the browser, and is sent when they follow
     * their link again, from a mail, too.
     *
     * @param name its name
     * @param settings whether it travels only encrypted
     * @param life how long the browser keeps it
     * @return the kind of cookie
     */
    public static SessionCookie lasting(String name, WebSettings settings, Duration life) {
        return new SessionCookie(name, settings, SameSite.LAX, Math.toIntExact(life.toSeconds()));
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
        context.cookie(cookie(context, path, token.text(), maxAge));
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

    private Cookie cookie(Context context, String path, String value, int seconds) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath(path);
        cookie.setMaxAge(seconds);
        cookie.setHttpOnly(true);
        cookie.setSecure(settings.encrypted(context));
        cookie.setSameSite(sites);
        return cookie;
    }
}
