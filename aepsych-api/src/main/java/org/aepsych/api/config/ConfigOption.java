package org.aepsych.api.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * One option of a section: its name, how its text becomes a value, and what applies when it is absent.
 *
 * @param key lower-case name as written in files
 * @param typeName what is expected, for people: "a whole number", "one of [row, column]"
 * @param parser turns the text into a value; throws {@link IllegalArgumentException} if it cannot
 * @param fallback the value when the option is absent; empty if the option must be given
 * @param help one sentence for {@code --help-config} and generated tables
 * @param secret whether logs and pages must mask the value
 * @param <T> type of the value
 */
public record ConfigOption<T>(
        String key, String typeName, Function<String, T> parser, Optional<T> fallback, String help, boolean secret) {

    /** Checks the name. */
    public ConfigOption {
        Objects.requireNonNull(parser);
        if (!key.equals(key.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("option names are lower case: " + key);
        }
    }

    /**
     * A text option.
     *
     * @param key name
     * @param help one sentence
     * @return a required option
     */
    public static ConfigOption<String> text(String key, String help) {
        return new ConfigOption<>(key, "text", text -> text, Optional.empty(), help, false);
    }

    /**
     * An option for a whole number (32 bit).
     *
     * @param key name
     * @param help one sentence
     * @return a required option
     */
    public static ConfigOption<Integer> whole(String key, String help) {
        return new ConfigOption<>(key, "a whole number", t -> Integer.valueOf(t.trim()), Optional.empty(), help, false);
    }

    /**
     * An option for a whole number (64 bit), such as a seed.
     *
     * @param key name
     * @param help one sentence
     * @return a required option
     */
    public static ConfigOption<Long> longWhole(String key, String help) {
        return new ConfigOption<>(key, "a whole number", t -> Long.valueOf(t.trim()), Optional.empty(), help, false);
    }

    /**
     * An option for a finite number.
     *
     * @param key name
     * @param help one sentence
     * @return a required option
     */
    public static ConfigOption<Double> real(String key, String help) {
        return new ConfigOption<>(key, "a number", ConfigOption::parseReal, Optional.empty(), help, false);
    }

    /**
     * An option for yes or no: {@code 1/yes/true/on} or {@code 0/no/false/off}, in any case.
     *
     * @param key name
     * @param help one sentence
     * @return a required option
     */
    public static ConfigOption<Boolean> flag(String key, String help) {
        return new ConfigOption<>(key, "true or false", ConfigOption::parseFlag, Optional.empty(), help, false);
    }

    /**
     * An option for a list of texts: {@code [a, b]}; a text without brackets is a list of one.
     *
     * @param key name
     * @param help one sentence
     * @return a required option
     */
    public static ConfigOption<List<String>> texts(String key, String help) {
        return new ConfigOption<>(
                key, "a list such as [a, b]", ConfigOption::parseTexts, Optional.empty(), help, false);
    }

    /**
     * An option for a list of finite numbers: {@code [1, 2.5]}.
     *
     * @param key name
     * @param help one sentence
     * @return a required option
     */
    public static ConfigOption<List<Double>> reals(String key, String help) {
        return new ConfigOption<>(
                key,
                "a list of numbers such as [1, 2.5]",
                text -> parseTexts(text).stream().map(ConfigOption::parseReal).toList(),
                Optional.empty(),
                help,
                false);
    }

    /**
     * Returns this option with a value for when it is absent.
     *
     * @param value applies when the option is absent
     * @return a copy
     */
    public ConfigOption<T> orElse(T value) {
        return new ConfigOption<>(key, typeName, parser, Optional.of(value), help, secret);
    }

    /**
     * Returns this option, masked in logs and pages.
     *
     * @return a copy
     */
    public ConfigOption<T> asSecret() {
        return new ConfigOption<>(key, typeName, parser, fallback, help, true);
    }

    private static double parseReal(String text) {
        double value = Double.parseDouble(text.trim());
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("not finite: " + text);
        }
        return value;
    }

    private static boolean parseFlag(String text) {
        return switch (text.trim().toLowerCase(Locale.ROOT)) {
            case "1", "yes", "true", "on" -> true;
            case "0", "no", "false", "off" -> false;
            default -> throw new IllegalArgumentException("not a boolean: " + text);
        };
    }

    private static List<String> parseTexts(String text) {
        String trimmed = text.trim();
        if (!trimmed.startsWith("[") || !trimmed.endsWith("]")) {
            return List.of(trimmed);
        }
        String inner = trimmed.substring(1, trimmed.length() - 1).trim();
        if (inner.endsWith(",")) {
            inner = inner.substring(0, inner.length() - 1);
        }
        List<String> items = new ArrayList<>();
        if (!inner.isEmpty()) {
            for (String item : inner.split(",", -1)) {
                items.add(item.trim());
            }
        }
        return List.copyOf(items);
    }
}
