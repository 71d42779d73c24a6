package org.aepsych.core.game.definition;

import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Free text in an experiment file. It stands there as it is, unless the file's syntax would change it: then as a JSON
 * string, in quotation marks.
 */
final class FreeText {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String QUOTE = "\"";

    private FreeText() {}

    /**
     * Reads a text.
     *
     * @param text what the file has
     * @return what is meant
     * @throws IllegalArgumentException if it begins like a JSON string and is none
     */
    static String read(String text) {
        if (!text.startsWith(QUOTE)) {
            return text;
        }
        try {
            return JSON.readValue(text, String.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a text in quotation marks: " + text, e);
        }
    }

    /**
     * Writes a text.
     *
     * @param text what is meant
     * @return what the file has; never breaks a line
     */
    static String write(String text) {
        boolean plain =
                text.equals(text.strip()) && text.chars().noneMatch(FreeText::disturbs) && !text.startsWith(QUOTE);
        return plain ? text : quoted(text);
    }

    private static boolean disturbs(int character) {
        return character < ' '
                || character == 0x7f
                || character == 0x85
                || character == 0x2028
                || character == 0x2029
                || character == '#'
                || character == ';'
                || character == '$';
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(QUOTE);
        text.chars().forEach(character -> {
            if (character == '"' || character == '\\') {
                quoted.append('\\').append((char) character);
            } else if (character == '\n') {
                quoted.append("\\n");
            } else if (disturbs(character)) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", character));
            } else {
                quoted.append((char) character);
            }
        });
        return quoted.append(QUOTE).toString();
    }
}
