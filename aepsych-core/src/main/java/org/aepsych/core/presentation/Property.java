package org.aepsych.core.presentation;

import java.util.Map;
import org.aepsych.api.space.Value;
import org.aepsych.core.json.Json;

/** Where a property of a stimulus comes from. */
public sealed interface Property {
    /**
     * Returns the property's value in a trial.
     *
     * @param parameters values of the parameters by name
     * @return a number or a text
     */
    Json value(Map<String, Value> parameters);

    /**
     * The same in every trial.
     *
     * @param json a number or a text
     */
    record Constant(Json json) implements Property {
        @Override
        public Json value(Map<String, Value> parameters) {
            return json;
        }
    }

    /**
     * Follows a parameter.
     *
     * @param parameter its name
     * @param scale from the parameter's unit to the property's
     */
    record Follows(String parameter, Scale scale) implements Property {
        @Override
        public Json value(Map<String, Value> parameters) {
            Value value = parameters.get(parameter);
            if (value instanceof Value.Numeric number) {
                return Json.of(scale.apply(number.value()));
            }
            return Json.of(String.valueOf(value));
        }
    }

    /** How a parameter's value becomes a property's. */
    enum Scale {
        /** As it is. */
        PLAIN("") {
            @Override
            double apply(double value) {
                return value;
            }
        },
        /** The parameter is a decimal logarithm. */
        EXP10("exp10") {
            @Override
            double apply(double value) {
                return Math.pow(10, value);
            }
        },
        /** The parameter is in decibels of an amplitude. */
        DECIBEL("db") {
            @Override
            double apply(double value) {
                return Math.pow(10, value / 20);
            }
        };

        private final String function;

        Scale(String function) {
            this.function = function;
        }

        /** Returns what files write before the parameter in parentheses; empty if nothing. */
        String function() {
            return function;
        }

        abstract double apply(double value);
    }
}
