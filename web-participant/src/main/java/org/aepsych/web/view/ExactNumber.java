package org.aepsych.web.view;

import java.util.Optional;
import org.aepsych.api.number.Rational;

/**
 * A number as people read it, and to the last digit where that is not the same.
 *
 * @param shown short
 * @param exact the fraction; empty if that is what is shown
 */
public record ExactNumber(String shown, Optional<String> exact) {
    private static final char MINUS = '\u2212';

    /**
     * Shows a number.
     *
     * @param number exact
     * @return short, and exact if that is longer
     */
    public static ExactNumber of(Rational number) {
        String shown = Amounts.shown(number);
        String exact = number.toString().replace('-', MINUS);
        return new ExactNumber(shown, shown.equals(exact) ? Optional.empty() : Optional.of(exact));
    }
}
