package org.aepsych.core.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.Collectors;
import tools.jackson.core.io.NumberOutput;

/**
 * How Python prints values. AEPsych's databases and answers hold such texts, so programs that read them expect the same
 * characters.
 */
public final class PythonText {
    private PythonText() {}

    /**
     * Returns the shortest decimal that reads back as the same number.
     *
     * @param value any number
     * @return such as {@code 1.0}, {@code 0.5}, {@code 1e-05}, {@code 1e+16}, {@code nan}, {@code -inf}
     */
    public static String repr(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return 1 / value > 0 ? "0.0" : "-0.0";
        }
        BigDecimal shortest = shortest(Math.abs(value));
        String digits = shortest.unscaledValue().toString();
        int exponent = digits.length() - shortest.scale() - 1;
        String magnitude = exponent < -4 || exponent >= 16 ? scientific(digits, exponent) : plain(digits, exponent);
        return value < 0 ? "-" + magnitude : magnitude;
    }

    /**
     * Returns a value as Python's {@code str} prints it.
     *
     * @param value the value
     * @return a text as it is, {@code None} for null, {@code True}, {@code 0.5}, {@code [1, 'a']}
     */
    public static String str(Json value) {
        return value instanceof Json.Text text ? text.value() : repr(value);
    }

    /**
     * Returns a value as Python's {@code repr} prints it.
     *
     * @param value the value
     * @return like {@link #str}, but texts in quotes
     */
    public static String repr(Json value) {
        if (value instanceof Json.Text text) {
            return quoted(text.value());
        } else if (value instanceof Json.Whole whole) {
            return whole.value().toString();
        } else if (value instanceof Json.Real real) {
            return repr(real.value());
        } else if (value instanceof Json.Flag flag) {
            return flag.value() ? "True" : "False";
        } else if (value instanceof Json.Arr array) {
            return array.items().stream().map(PythonText::repr).collect(Collectors.joining(", ", "[", "]"));
        } else if (value instanceof Json.Obj object) {
            return object.members().entrySet().stream()
                    .map(member -> quoted(member.getKey()) + ": " + repr(member.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return "None";
    }

    /**
     * Returns a text in quotes: single ones, unless only double ones avoid an escape.
     *
     * @param text any text
     * @return the text with quotes, backslashes and line breaks escaped
     */
    public static String quoted(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder out = new StringBuilder(text.length() + 2).append(quote);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c == quote) {
                        out.append('\\');
                    }
                    out.append(c);
                }
            }
        }
        return out.append(quote).toString();
    }

    /** Java 17's own printing is not always the shortest, and prints two digits where one would do. */
    private static BigDecimal shortest(double magnitude) {
        BigDecimal decimal = new BigDecimal(NumberOutput.toString(magnitude, true)).stripTrailingZeros();
        if (decimal.precision() == 2) {
            BigDecimal oneDigit = decimal.round(new MathContext(1, RoundingMode.HALF_EVEN));
            if (oneDigit.doubleValue() == magnitude) {
                return oneDigit;
            }
        }
        return decimal;
    }

    private static String plain(String digits, int exponent) {
        if (exponent < 0) {
            return "0." + "0".repeat(-exponent - 1) + digits;
        }
        int point = exponent + 1;
        if (digits.length() <= point) {
            return digits + "0".repeat(point - digits.length()) + ".0";
        }
        return digits.substring(0, point) + "." + digits.substring(point);
    }

    private static String scientific(String digits, int exponent) {
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        int size = Math.abs(exponent);
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + (size < 10 ? "0" : "") + size;
    }
}
