package org.aepsych.core.pickle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aepsych.core.json.Json;

/** A value on a pickle's stack. Nothing here does anything: a callable is two names, a call is a record of it. */
sealed interface PickleValue {
    /** A number, text, truth value or nothing. */
    record Scalar(Json json) implements PickleValue {}

    /** Raw bytes, one character from 0 to 255 each. */
    record Bytes(String latin1) implements PickleValue {}

    /** The name of a class or function. */
    record Global(String module, String name) implements PickleValue {
        String qualified() {
            return module + "." + name;
        }
    }

    /** What a pickle says about data that lies elsewhere. */
    record Persistent(PickleValue id) implements PickleValue {}

    /** Marks a place on the stack. */
    record Mark() implements PickleValue {}

    /** A list, tuple or set. Compared by identity, as it may contain itself. */
    final class Sequence implements PickleValue {
        private final List<PickleValue> items;

        Sequence(List<PickleValue> items) {
            this.items = new ArrayList<>(items);
        }

        List<PickleValue> items() {
            return items;
        }
    }

    /** A dict whose keys are scalars. Compared by identity, as it may contain itself. */
    final class Dict implements PickleValue {
        private final Map<String, PickleValue> members = new LinkedHashMap<>();

        Map<String, PickleValue> members() {
            return members;
        }
    }

    /** What Python would have got from a call; compared by identity. */
    final class Instance implements PickleValue {
        private final Global callable;
        private final List<PickleValue> arguments;
        private Optional<PickleValue> state = Optional.empty();

        Instance(Global callable, List<PickleValue> arguments) {
            this.callable = callable;
            this.arguments = List.copyOf(arguments);
        }

        Global callable() {
            return callable;
        }

        List<PickleValue> arguments() {
            return arguments;
        }

        Optional<PickleValue> state() {
            return state;
        }

        void build(PickleValue given) {
            state = Optional.of(given);
        }
    }
}
