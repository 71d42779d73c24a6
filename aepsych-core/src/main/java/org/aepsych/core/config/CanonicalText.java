package org.aepsych.core.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes sections as a text that reads back as the same sections. What the dialect would take for a comment, an empty
 * line or an indentation is protected by {@code ${}}, which stands for nothing.
 */
final class CanonicalText {
    private static final String NOTHING = "${}";
    private static final Pattern COMMENT = Pattern.compile("(\\p{javaWhitespace})#");

    private CanonicalText() {}

    static String write(RawFile file) {
        StringBuilder text = new StringBuilder();
        file.sections().forEach((name, options) -> {
            text.append(text.isEmpty() ? "" : "\n").append('[').append(name).append("]\n");
            options.forEach((key, option) -> writeOption(key, option.text(), text));
        });
        return text.toString();
    }

    /** Returns whether a text between brackets is read as the name of a section. */
    static boolean canName(String name) {
        return !name.isEmpty() && oneLine(name) && !COMMENT.matcher(name).find();
    }

    /** Returns whether a lower-case text at the begin of a line is read as the name of an option. */
    static boolean canBeKey(String key) {
        return !key.isEmpty()
                && oneLine(key)
                && key.equals(key.strip())
                && "#;[".indexOf(key.charAt(0)) < 0
                && key.indexOf('=') < 0
                && key.indexOf(':') < 0
                && !COMMENT.matcher(key).find();
    }

    private static boolean oneLine(String text) {
        return text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
    }

    static void writeOption(String key, Optional<String> value, StringBuilder text) {
        text.append(key);
        if (value.isPresent()) {
            String[] lines = value.get().split("\n", -1);
            text.append(lines[0].isEmpty() ? " =" : " = " + protectedLine(lines[0]));
            for (int i = 1; i < lines.length; i++) {
                text.append("\n    ").append(protectedLine(lines[i]));
            }
        }
        text.append('\n');
    }

    private static String protectedLine(String line) {
        boolean begin = line.isEmpty() || Character.isWhitespace(line.charAt(0)) || "#;".indexOf(line.charAt(0)) >= 0;
        boolean end = !line.isEmpty() && Character.isWhitespace(line.charAt(line.length() - 1));
        String inner = COMMENT.matcher(line).replaceAll("$1" + Matcher.quoteReplacement(NOTHING + "#"));
        return (begin ? NOTHING : "") + inner + (end ? NOTHING : "");
    }
}
