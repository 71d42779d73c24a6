package org.aepsych.core.pickle;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aepsych.core.json.Json;
import org.aepsych.core.pickle.PickleValue.Dict;
import org.aepsych.core.pickle.PickleValue.Instance;
import org.aepsych.core.pickle.PickleValue.Scalar;
import org.aepsych.core.pickle.PickleValue.Sequence;

/** Turns a pickle's values into data. Values that are shared are written out, but not without end. */
final class PlainData {
    private static final int MOST_VALUES = 1_000_000;
    private static final int DEEPEST = 50;

    private final IdentityHashMap<PickleValue, Boolean> open = new IdentityHashMap<>();
    private int values;

    Json json(PickleValue value) {
        values += 1 + cost(value);
        if (values > MOST_VALUES) {
            throw PickleException.unreadable("it holds too much data");
        }
        if (value instanceof Scalar scalar) {
            return scalar.json();
        }
        if (open.size() >= DEEPEST || open.put(value, true) != null) {
            throw PickleException.unreadable("it is nested more than " + DEEPEST + " deep, or contains itself");
        }
        Json json = compound(value);
        open.remove(value);
        return json;
    }

    /** Long texts and numbers count more than once, as a short pickle may repeat them. */
    private static int cost(PickleValue value) {
        if (value instanceof Scalar scalar) {
            return scalar.json() instanceof Json.Text text
                    ? text.value().length() / 16
                    : scalar.json() instanceof Json.Whole whole ? whole.value().bitLength() / 128 : 0;
        }
        return 0;
    }

    private Json compound(PickleValue value) {
        if (value instanceof Sequence sequence) {
            List<Json> items = new ArrayList<>();
            sequence.items().forEach(item -> items.add(json(item)));
            return Json.array(items);
        } else if (value instanceof Dict dict) {
            Map<String, Json> members = new LinkedHashMap<>();
            dict.members().forEach((key, member) -> members.put(key, json(member)));
            return new Json.Obj(members);
        } else if (value instanceof Instance instance) {
            return Arrays.json(instance);
        }
        throw PickleException.unreadable("it holds bytes or a name where data is expected");
    }
}
