package org.aepsych.web.view;

import java.util.List;
import java.util.stream.Collectors;

/** Tables as text, for spreadsheets, which must not take what participants chose for a formula. */
public final class Csv {
    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    /**
     * Writes a line.
     *
     * @param fields in order
     * @return the line with its end
     */
    public static String line(List<String> fields) {
        return fields.stream().map(Csv::field).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String field(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        String shown = formula ? "'" + text : text;
        boolean plain = shown.chars().noneMatch(character -> ",\"\r\n".indexOf(character) >= 0);
        return plain ? shown : '"' + shown.replace("\"", "\"\"") + '"';
    }
}
