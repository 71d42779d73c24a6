package org.aepsych.strategies.option;

import java.util.ArrayList;
import java.util.List;
import org.aepsych.api.space.Value;

/** A literal of an experiment file: a number, a text with or without quotes, or a list of literals in brackets. */
public sealed interface NestedList {
    /**
     * Reads a literal.
     *
     * @param text as it stands in the file
     * @return the literal
     * @throws IllegalArgumentException if brackets or quotes do not match or an item is missing
     */
    static NestedList parse(String text) {
        return new NestedListParser(text).parse();
    }

    /**
     * Reads a list.
     *
     * @param text as it stands in the file
     * @return the list
     * @throws IllegalArgumentException if it is none
     */
    static NestedList list(String text) {
        NestedList read = parse(text);
        var unused = read.items();
        return read;
    }

    /**
     * Returns the items of a list.
     *
     * @return in order
     * @throws IllegalArgumentException if it is no list
     */
    List<NestedList> items();

    /**
     * Returns the value of a literal that is no list.
     *
     * @return a number or a text
     * @throws IllegalArgumentException if it is a list
     */
    Value value();

    /**
     * A list.
     *
     * @param items in order
     */
    record Branch(List<NestedList> items) implements NestedList {
        /** Copies the list. */
        public Branch {
            items = List.copyOf(items);
        }

        @Override
        public Value value() {
            throw new IllegalArgumentException("expected a number or a text, but found the list " + this);
        }

        @Override
        public String toString() {
            return new ArrayList<>(items).toString();
        }
    }

    /**
     * A number or a text.
     *
     * @param value what it is
     */
    record Leaf(Value value) implements NestedList {
        @Override
        public List<NestedList> items() {
            throw new IllegalArgumentException("expected a list in brackets, but found " + this);
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }
}
