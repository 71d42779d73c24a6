package org.aepsych.core.config;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aepsych.api.config.Problem;
import org.jspecify.annotations.Nullable;

/** Reads an experiment file given as nested objects: section, option, value. */
final class DictReader {
    private DictReader() {}

    /**
     * Reads the objects.
     *
     * @param dict sections; a null value is an option without value
     * @param problems where to add what is wrong
     * @return what could be read
     */
    static RawFile read(Map<String, ? extends Map<String, ? extends @Nullable Object>> dict, List<Problem> problems) {
        Map<String, Map<String, RawOption>> sections = new LinkedHashMap<>();
        dict.forEach((name, values) -> {
            if (!CanonicalText.canName(name)) {
                problems.add(Problem.ofFile("expected the name of a section, but found \"" + name + "\""));
                return;
            }
            Map<String, RawOption> options = new LinkedHashMap<>();
            values.forEach((writtenKey, value) -> readOption(name, writtenKey, value, options, problems));
            sections.put(name, options);
        });
        return new RawFile(sections);
    }

    private static void readOption(
            String section,
            String writtenKey,
            @Nullable Object value,
            Map<String, RawOption> options,
            List<Problem> problems) {
        String key = writtenKey.toLowerCase(Locale.ROOT);
        if (!CanonicalText.canBeKey(key)) {
            problems.add(Problem.of(section, "expected the name of an option, but found \"" + writtenKey + "\""));
        } else if (options.containsKey(key)) {
            problems.add(Problem.of(section, key, "is given twice"));
        } else if (value instanceof Map<?, ?>) {
            problems.add(
                    Problem.of(section, key, "expected a text, number, boolean, list or null, but found an object"));
        } else {
            Optional<String> text = value == null ? Optional.empty() : Optional.of(text(value));
            options.put(key, new RawOption(text, Optional.empty()));
        }
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "None";
        }
        if (value instanceof Boolean flag) {
            return flag ? "True" : "False";
        }
        if (value instanceof Double number) {
            return text(number.doubleValue());
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(DictReader::text).collect(Collectors.joining(", ", "[", "]"));
        }
        return value.toString().replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Writes a number as AEPsych's clients would: plain digits in the range where they are readable. */
    private static String text(double number) {
        double size = Math.abs(number);
        if (size == 0 || (size >= 1e-4 && size < 1e16)) {
            String digits = BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
            return digits.contains(".") ? digits : digits + ".0";
        }
        return Double.toString(number).toLowerCase(Locale.ROOT);
    }
}
