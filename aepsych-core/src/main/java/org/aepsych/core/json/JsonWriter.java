package org.aepsych.core.json;

import java.util.List;
import java.util.Map;

/** Writes values with the separators, number forms and escapes of the protocol. */
final class JsonWriter {
    private final StringBuilder out = new StringBuilder();

    private JsonWriter() {}

    static String write(Json value) {
        JsonWriter writer = new JsonWriter();
        writer.value(value);
        return writer.out.toString();
    }

    private void value(Json value) {
        if (value instanceof Json.Obj object) {
            object(object.members());
        } else if (value instanceof Json.Arr array) {
            array(array.items());
        } else if (value instanceof Json.Text text) {
            text(text.value());
        } else if (value instanceof Json.Whole whole) {
            out.append(whole.value());
        } else if (value instanceof Json.Real real) {
            real(real.value());
        } else if (value instanceof Json.Flag flag) {
            out.append(flag.value());
        } else {
            out.append("null");
        }
    }

    private void object(Map<String, Json> members) {
        String separator = "{";
        for (Map.Entry<String, Json> member : members.entrySet()) {
            out.append(separator);
            text(member.getKey());
            out.append(": ");
            value(member.getValue());
            separator = ", ";
        }
        out.append(members.isEmpty() ? "{}" : "}");
    }

    private void array(List<Json> items) {
        String separator = "[";
        for (Json item : items) {
            out.append(separator);
            value(item);
            separator = ", ";
        }
        out.append(items.isEmpty() ? "[]" : "]");
    }

    private void real(double value) {
        if (Double.isNaN(value)) {
            out.append("NaN");
        } else if (Double.isInfinite(value)) {
            out.append(value > 0 ? "Infinity" : "-Infinity");
        } else {
            out.append(PythonText.repr(value));
        }
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c < 0x20 || c > 0x7e) {
                        escape(c);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private void escape(char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(Character.forDigit((c >> shift) & 0xf, 16));
        }
    }
}
