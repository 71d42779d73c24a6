package org.aepsych.strategies.space;

import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.Value;

/** Values that people wrote, made values of a parameter. */
public final class RawValues {
    private RawValues() {}

    /**
     * Checks a value that a person gave for a parameter.
     *
     * @param parameter the parameter
     * @param value in raw units; whole-number parameters round it, half to even
     * @return the value as it can be presented
     * @throws AepsychException {@link StandardError#INPUT_INVALID} if it is of the wrong kind or out of bounds
     */
    public static Value accept(Parameter parameter, Value value) {
        if (parameter instanceof Parameter.Continuous p) {
            return Numbers.between(p, Numbers.of(p, value), p.lower(), p.upper());
        }
        if (parameter instanceof Parameter.Whole p) {
            double rounded = Math.rint(Numbers.of(p, value));
            return Numbers.between(p, rounded, (double) p.lower(), (double) p.upper());
        }
        if (parameter instanceof Parameter.Binary p) {
            return Numbers.between(p, Math.rint(Numbers.of(p, value)), 0, 1);
        }
        if (parameter instanceof Parameter.Categorical p) {
            if (value instanceof Value.Text text && p.choices().contains(text.value())) {
                return value;
            }
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "parameter " + p.name() + " is one of " + p.choices() + ", but is " + value);
        }
        return ((Parameter.Fixed) parameter).value();
    }
}
