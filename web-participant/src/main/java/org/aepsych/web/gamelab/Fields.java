package org.aepsych.web.gamelab;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;

/**
 * What a request carries, in its body and in its address alike. The first of several equal fields counts.
 *
 * @param values by name
 */
record Fields(Map<String, String> values) {
    private static final Pattern WHOLE = Pattern.compile("\\s*([+-]?[0-9]+)\\s*");

    Fields {
        values = Map.copyOf(values);
    }

    static Fields of(Context context) {
        try {
            Map<String, String> values = new HashMap<>();
            addTo(values, context.formParamMap());
            addTo(values, context.queryParamMap());
            return new Fields(values);
        } catch (IllegalArgumentException e) {
            throw new AepsychException(StandardError.INPUT_INVALID, "the fields cannot be read: " + e.getMessage(), e);
        }
    }

    private static void addTo(Map<String, String> values, Map<String, List<String>> sent) {
        sent.forEach((name, texts) -> texts.stream().findFirst().ifPresent(text -> values.putIfAbsent(name, text)));
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Returns a field that is there and not empty. */
    String required(String name) {
        return text(name).filter(sent -> !sent.isEmpty()).orElseThrow(() -> invalid(name, "a text"));
    }

    /** Returns a whole number of 64 bits. */
    long whole(String name) {
        return text(name)
                .map(WHOLE::matcher)
                .filter(Matcher::matches)
                .flatMap(matcher -> parse(matcher.group(1)))
                .orElseThrow(() -> invalid(name, "a whole number of 64 bits"));
    }

    private static Optional<Long> parse(String digits) {
        try {
            return Optional.of(Long.parseLong(digits));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private AepsychException invalid(String name, String expected) {
        return new AepsychException(
                StandardError.INPUT_INVALID,
                name + ": expected " + expected + ", but found \"" + values.getOrDefault(name, "") + "\"");
    }
}
