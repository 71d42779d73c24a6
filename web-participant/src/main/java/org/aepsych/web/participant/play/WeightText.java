package org.aepsych.web.participant.play;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.aepsych.api.number.Rational;

/**
 * What people write for a number. They write it as they learnt to: with a comma, in percent, in the digits of their script,
 * with as many decimals as they like; experiments read whole numbers, fractions and short decimals. play.js does the same.
 */
public final class WeightText {
    private static final Pattern POINT = Pattern.compile("[,\u060c\u066b]");
    private static final Pattern LINE = Pattern.compile("[\u2044\u2215]");
    private static final Pattern LONG_DECIMAL = Pattern.compile("(\\d{0,18})\\.(\\d{5,12})");
    private static final Rational HUNDREDTH = Rational.of(1, 100);

    private WeightText() {}

    /**
     * Writes a number plainly.
     *
     * @param entered what somebody entered
     * @return the same in ASCII, with a dot
     */
    public static String plain(String entered) {
        StringBuilder text = new StringBuilder();
        Normalizer.normalize(entered, Normalizer.Form.NFKC)
                .codePoints()
                .map(point -> Character.isDigit(point) ? '0' + Character.digit(point, 10) : point)
                .forEach(text::appendCodePoint);
        String dotted = POINT.matcher(text).replaceAll(".");
        return LINE.matcher(dotted).replaceAll("/").replace('\u066a', '%').strip();
    }

    /**
     * Writes a number as experiments read it.
     *
     * @param plain a plain text
     * @return the number; what is none stays as it is
     */
    public static String number(String plain) {
        try {
            if (plain.endsWith("%")) {
                String percent = plain.substring(0, plain.length() - 1).strip();
                return Rational.parse(shortened(percent)).times(HUNDREDTH).toString();
            }
            return shortened(plain);
        } catch (IllegalArgumentException e) {
            return plain;
        }
    }

    /** A long decimal as a fraction. */
    private static String shortened(String plain) {
        if (!LONG_DECIMAL.matcher(plain).matches()) {
            return plain;
        }
        int point = plain.indexOf('.');
        String below = "1" + "0".repeat(plain.length() - point - 1);
        return Rational.parse(plain.replace(".", "") + "/" + below).toString();
    }
}
