package org.aepsych.web.language;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Which language a visitor reads: the one chosen on the page ({@code ?lang=sv}, remembered in a cookie), otherwise the
 * first that the browser asks for and we have, otherwise the experiment's, otherwise English.
 */
public final class Languages {
    private static final String PARAMETER = "lang";
    private static final String COOKIE = "aepsych_language";
    private static final int A_YEAR = 365 * 24 * 60 * 60;
    private static final int LONGEST_HEADER = 500;

    private Languages() {}

    /**
     * Remembers what the address says about the language.
     *
     * @param context the exchange
     */
    public static void remember(Context context) {
        asked(context).ifPresent(language -> {
            Cookie cookie = new Cookie(COOKIE, language.tag());
            cookie.setPath("/");
            cookie.setMaxAge(A_YEAR);
            cookie.setHttpOnly(true);
            cookie.setSameSite(SameSite.LAX);
            context.cookie(cookie);
        });
    }

    /**
     * Returns the texts for a visitor.
     *
     * @param context the exchange
     * @return in the visitor's language
     */
    public static Texts texts(Context context) {
        return texts(context, Language.ENGLISH);
    }

    /**
     * Returns the texts for a visitor of an experiment.
     *
     * @param context the exchange
     * @param experiments the experiment's own language
     * @return in the visitor's language
     */
    public static Texts texts(Context context, Language experiments) {
        return Texts.in(asked(context)
                .or(() -> Optional.ofNullable(context.cookie(COOKIE)).flatMap(Language::find))
                .or(() -> accepted(
                        Optional.ofNullable(context.header("Accept-Language")).orElse("")))
                .orElse(experiments));
    }

    /**
     * Tells whether the visitor chooses a language with this request.
     *
     * @param context the exchange
     * @return whether the address names one that we have
     */
    public static boolean isChosen(Context context) {
        return asked(context).isPresent();
    }

    private static Optional<Language> asked(Context context) {
        return Optional.ofNullable(context.queryParam(PARAMETER)).flatMap(Language::find);
    }

    /**
     * Reads what a browser prefers.
     *
     * @param header such as {@code sv-SE,sv;q=0.9,en;q=0.5}
     * @return the preferred one among ours
     */
    static Optional<Language> accepted(String header) {
        if (header.isBlank() || header.length() > LONGEST_HEADER) {
            return Optional.empty();
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .sorted(Comparator.comparingDouble(Locale.LanguageRange::getWeight)
                            .reversed())
                    .flatMap(range -> Language.find(range.getRange()).stream())
                    .findFirst();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
