package org.aepsych.core.json;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON value. Whole numbers and floating-point numbers are kept apart, members keep their order, and {@code NaN} and
 * the infinities are numbers, all as in the protocol's first language. Immutable.
 */
public sealed interface Json {
    /**
     * An object.
     *
     * @param members in the order in which they are written
     */
    record Obj(Map<String, Json> members) implements Json {
        /** Copies the members. */
        public Obj {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        /**
         * Returns an object without members.
         *
         * @return to be extended by {@link #with}
         */
        public static Obj empty() {
            return new Obj(Map.of());
        }

        /**
         * Finds a member.
         *
         * @param key its name
         * @return its value, or empty if there is none of that name
         */
        public Optional<Json> find(String key) {
            return Optional.ofNullable(members.get(key));
        }

        /**
         * Returns this object with one more member at the end.
         *
         * @param key its name; replaces a member of that name
         * @param value its value
         * @return a copy
         */
        public Obj with(String key, Json value) {
            Map<String, Json> copy = new LinkedHashMap<>(members);
            copy.put(key, value);
            return new Obj(copy);
        }
    }

    /**
     * An array.
     *
     * @param items in order
     */
    record Arr(List<Json> items) implements Json {
        /** Copies the items. */
        public Arr {
            items = List.copyOf(items);
        }
    }

    /**
     * A text.
     *
     * @param value any characters
     */
    record Text(String value) implements Json {}

    /**
     * A number written without fraction and exponent.
     *
     * @param value of any size
     */
    record Whole(BigInteger value) implements Json {}

    /**
     * A number written with fraction or exponent.
     *
     * @param value may be infinite or not a number
     */
    record Real(double value) implements Json {}

    /**
     * {@code true} or {@code false}.
     *
     * @param value which
     */
    record Flag(boolean value) implements Json {}

    /** The value {@code null}. */
    record Null() implements Json {}

    /**
     * A text.
     *
     * @param value the text
     * @return the value
     */
    static Json of(String value) {
        return new Text(value);
    }

    /**
     * A floating-point number.
     *
     * @param value the number
     * @return the value
     */
    static Json of(double value) {
        return new Real(value);
    }

    /**
     * A whole number.
     *
     * @param value the number
     * @return the value
     */
    static Json of(long value) {
        return new Whole(BigInteger.valueOf(value));
    }

    /**
     * A truth value.
     *
     * @param value which
     * @return the value
     */
    static Json of(boolean value) {
        return new Flag(value);
    }

    /**
     * An array.
     *
     * @param items in order
     * @return the value
     */
    static Json array(List<? extends Json> items) {
        return new Arr(List.copyOf(items));
    }

    /**
     * Returns the value as one line of JSON.
     *
     * @return separators {@code ", "} and {@code ": "}, ASCII only, floating-point numbers in their shortest form
     */
    default String text() {
        return JsonWriter.write(this);
    }
}
