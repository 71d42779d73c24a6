package org.aepsych.api.space;

/** The value of one parameter in raw units: a number, or the text of a choice. */
public sealed interface Value {
    /**
     * A number in raw units.
     *
     * @param value finite
     */
    record Numeric(double value) implements Value {
        /** Checks that the number is finite. */
        public Numeric {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a parameter value is finite, but is " + value);
            }
        }

        @Override
        public String toString() {
            return Double.toString(value);
        }
    }

    /**
     * The text of a categorical or fixed parameter.
     *
     * @param value the choice, as configured
     */
    record Text(String value) implements Value {
        @Override
        public String toString() {
            return value;
        }
    }

    /**
     * A number.
     *
     * @param value finite
     * @return the value
     */
    static Value of(double value) {
        return new Numeric(value);
    }

    /**
     * A text.
     *
     * @param value the choice
     * @return the value
     */
    static Value of(String value) {
        return new Text(value);
    }
}
