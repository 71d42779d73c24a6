package org.aepsych.web.security;

import io.javalin.http.Context;
import jakarta.inject.Inject;

/** Tells the browser what the pages may never do. */
public final class SecurityHeaders {
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'");

    private final WebSettings settings;

    /**
     * Prepares the headers.
     *
     * @param settings whether the server is reached by https
     */
    @Inject
    public SecurityHeaders(WebSettings settings) {
        this.settings = settings;
    }

    /**
     * Sets the headers of an answer.
     *
     * @param context the exchange
     */
    public void apply(Context context) {
        context.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        context.header("X-Content-Type-Options", "nosniff");
        context.header("X-Frame-Options", "DENY");
        context.header("Referrer-Policy", "no-referrer");
        context.header("Cross-Origin-Opener-Policy", "same-origin");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        context.header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        if (!context.path().startsWith("/static/")) {
            context.header("Cache-Control", "no-store");
        }
        if (settings.encrypted(context)) {
            context.header("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
