package org.aepsych.web.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language that participants' pages are shown in. */
public enum Language {
    /** English, which every text falls back to. */
    ENGLISH("en", "English", Plural.ONE, false),
    /** French. */
    FRENCH("fr", "Français", Plural.ZERO_AND_ONE, false),
    /** German. */
    GERMAN("de", "Deutsch", Plural.ONE, false),
    /** Spanish. */
    SPANISH("es", "Español", Plural.ONE, false),
    /** Italian. */
    ITALIAN("it", "Italiano", Plural.ONE, false),
    /** Swedish. */
    SWEDISH("sv", "Svenska", Plural.ONE, false),
    /** Chinese in simplified characters. */
    CHINESE("zh", "中文", Plural.NONE, false),
    /** Arabic, written from right to left. */
    ARABIC("ar", "العربية", Plural.ARABIC, true),
    /** Japanese. */
    JAPANESE("ja", "日本語", Plural.NONE, false);

    private final String tag;
    private final String nativeName;
    private final Plural plural;
    private final boolean rightToLeft;
    private final Locale locale;

    Language(String tag, String nativeName, Plural plural, boolean rightToLeft) {
        this.tag = tag;
        this.nativeName = nativeName;
        this.plural = plural;
        this.rightToLeft = rightToLeft;
        // People enter numbers with the digits 0 to 9, so they are shown with these digits too.
        this.locale = Locale.forLanguageTag(tag + "-u-nu-latn");
    }

    /**
     * Finds a language.
     *
     * @param tag BCP 47, such as {@code sv} or {@code de-AT}; only its language counts
     * @return the language, or empty if pages are not shown in it
     */
    public static Optional<Language> find(String tag) {
        String language = Locale.forLanguageTag(tag.strip()).getLanguage();
        return Arrays.stream(values())
                .filter(known -> known.tag.equals(language))
                .findFirst();
    }

    /**
     * Returns the tag that files and addresses use.
     *
     * @return BCP 47
     */
    public String tag() {
        return tag;
    }

    /**
     * Returns how its speakers call it.
     *
     * @return a name in the language itself
     */
    public String nativeName() {
        return nativeName;
    }

    /**
     * Returns where lines begin.
     *
     * @return {@code ltr} or {@code rtl}
     */
    public String direction() {
        return rightToLeft ? "rtl" : "ltr";
    }

    /**
     * Returns how numbers and dates are written.
     *
     * @return a locale with the digits 0 to 9
     */
    public Locale locale() {
        return locale;
    }

    Plural plural() {
        return plural;
    }
}
