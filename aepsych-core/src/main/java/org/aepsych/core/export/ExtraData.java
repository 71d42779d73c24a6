package org.aepsych.core.export;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.JsonReader;
import org.jspecify.annotations.Nullable;

/** What was measured with trials beside the outcomes, such as response times: a column for each single value. */
final class ExtraData {
    private static final int MOST_COLUMNS = 100;

    private final Map<String, ColumnType> types = new LinkedHashMap<>();

    /** Notes which columns a trial needs. */
    void see(String text) {
        object(text).members().forEach((name, value) -> {
            ColumnType type = type(value);
            boolean room = types.size() < MOST_COLUMNS || types.containsKey(name);
            if (type != null && room) {
                types.merge(name, type, (one, other) -> one == other ? one : ColumnType.TEXT);
            }
        });
    }

    /** Returns the columns by name, in the order in which they were seen first. */
    Map<String, ColumnType> types() {
        return types;
    }

    /** Returns a trial's cells in the order of the columns. */
    @Nullable
    Object[] cells(String text) {
        Json.Obj object = object(text);
        @Nullable Object[] cells = new @Nullable Object[types.size()];
        int place = 0;
        for (Map.Entry<String, ColumnType> column : types.entrySet()) {
            Optional<Json> value = object.find(column.getKey());
            cells[place++] = value.isPresent() ? cell(value.get(), column.getValue()) : null;
        }
        return cells;
    }

    private static @Nullable Object cell(Json value, ColumnType type) {
        if (type(value) == null) {
            return null;
        }
        if (type == ColumnType.TEXT) {
            return value instanceof Json.Text text ? text.value() : value.text();
        }
        if (value instanceof Json.Flag flag) {
            return flag.value();
        }
        double number = value instanceof Json.Whole whole ? whole.value().doubleValue() : ((Json.Real) value).value();
        return Double.isFinite(number) ? (Object) number : null;
    }

    private static @Nullable ColumnType type(Json value) {
        if (value instanceof Json.Whole || value instanceof Json.Real) {
            return ColumnType.REAL;
        }
        if (value instanceof Json.Flag) {
            return ColumnType.FLAG;
        }
        return value instanceof Json.Text ? ColumnType.TEXT : null;
    }

    private static Json.Obj object(String text) {
        try {
            return !text.isBlank() && new JsonReader().read(text) instanceof Json.Obj object
                    ? object
                    : Json.Obj.empty();
        } catch (IllegalArgumentException e) {
            return Json.Obj.empty();
        }
    }
}
