package org.aepsych.web.language;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aepsych.api.AepsychException;

/**
 * What pages say, in one language. Texts have places {@code {0}}, {@code {1}} for what differs; whole numbers in them
 * are written as the language writes them. Immutable, thread-safe.
 */
public final class Texts {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final Map<Language, Texts> ALL = Arrays.stream(Language.values())
            .collect(Collectors.toMap(
                    language -> language,
                    language -> new Texts(language, Catalogue.read(language)),
                    (first, second) -> first,
                    () -> new EnumMap<>(Language.class)));

    private final Language language;
    private final Map<String, String> texts;

    private Texts(Language language, Catalogue catalogue) {
        this.language = language;
        this.texts = catalogue.texts();
    }

    /**
     * Returns the texts in a language.
     *
     * @param language which
     * @return the same for every call
     */
    public static Texts in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    /**
     * Returns the language.
     *
     * @return of these texts
     */
    public Language language() {
        return language;
    }

    /**
     * Says something.
     *
     * @param key of the text
     * @param values for its places, in order
     * @return the text
     * @throws IllegalArgumentException if no catalogue knows the key
     */
    public String of(String key, Object... values) {
        return filled(find(key), values);
    }

    /**
     * Says something in the form that goes with a number.
     *
     * @param key of the text, without its form
     * @param number decides about the form, and fills the first place
     * @param more for the other places
     * @return the text
     */
    public String count(String key, long number, Object... more) {
        Object[] values = new Object[more.length + 1];
        values[0] = number;
        System.arraycopy(more, 0, values, 1, more.length);
        return filled(find(key + "[" + language.plural().category(number) + "]"), values);
    }

    /**
     * Says what went wrong.
     *
     * @param error a refusal
     * @return in this language if the catalogue knows the error, otherwise the refusal's own message
     */
    public String error(AepsychException error) {
        return Optional.ofNullable(texts.get("error." + error.code().name())).orElseGet(error::getMessage);
    }

    /**
     * Writes a number.
     *
     * @param number any
     * @return with the language's separators and all its decimals
     */
    public String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMinimumFractionDigits(Math.max(0, number.scale()));
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number).replace('-', '\u2212');
    }

    /**
     * Writes an amount of money.
     *
     * @param amount how much
     * @param currency of which currency
     * @return as people of the language write it
     */
    public String money(BigDecimal amount, Currency currency) {
        NumberFormat format = NumberFormat.getCurrencyInstance(language.locale());
        format.setCurrency(currency);
        format.setMinimumFractionDigits(Math.max(0, currency.getDefaultFractionDigits()));
        format.setMaximumFractionDigits(Math.max(amount.scale(), Math.max(0, currency.getDefaultFractionDigits())));
        return format.format(amount);
    }

    /**
     * Writes a time.
     *
     * @param instant when
     * @param zone where the reader is
     * @return day and time of day
     */
    public String time(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .localizedBy(language.locale())
                .withZone(zone)
                .format(instant);
    }

    private String find(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text is called " + key + " in " + language.tag());
        }
        return text;
    }

    private String filled(String text, Object[] values) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value(place, values)));
    }

    private String value(MatchResult place, Object[] values) {
        int index = Integer.parseInt(place.group(1));
        if (index >= values.length) {
            return place.group();
        }
        Object value = values[index];
        return value instanceof Integer || value instanceof Long
                ? NumberFormat.getIntegerInstance(language.locale()).format(value)
                : String.valueOf(value);
    }
}
