package org.aepsych.strategies.space;

import java.math.BigDecimal;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.Value;

/** Values that must be numbers, and must lie between bounds. */
final class Numbers {
    private Numbers() {}

    static double of(Parameter parameter, Value value) {
        if (value instanceof Value.Numeric number) {
            return number.value();
        }
        throw new AepsychException(
                StandardError.INPUT_INVALID, "parameter " + parameter.name() + " is a number, but is " + value);
    }

    static Value between(Parameter parameter, double value, double lower, double upper) {
        if (value < lower || value > upper) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "parameter " + parameter.name() + " lies from " + plain(lower) + " to " + plain(upper) + ", but is "
                            + plain(value));
        }
        return Value.of(value + 0.0);
    }

    private static String plain(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
