package org.aepsych.core.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.storage.Table;
import org.aepsych.api.storage.Table.Column;
import org.aepsych.api.storage.Table.Kind;
import org.aepsych.api.storage.TableRow;

/** What of each row goes into a copy. */
enum RowFilter {
    /** Everything. */
    ALL {
        @Override
        boolean takes(Table table) {
            return true;
        }

        @Override
        TableRow filtered(Table table, TableRow row) {
            return row;
        }
    },

    /** Nothing personal: no rows of tables that are personal as a whole, and no personal cells of others. */
    REDACTED {
        @Override
        boolean takes(Table table) {
            return !table.columns().stream().allMatch(Column::personal);
        }

        @Override
        TableRow filtered(Table table, TableRow row) {
            List<Optional<Object>> cells = new ArrayList<>(row.cells());
            for (int i = 0; i < cells.size(); i++) {
                Column column = table.columns().get(i);
                if (column.personal()) {
                    cells.set(i, column.optional() ? Optional.empty() : Optional.of(placeholder(table, column, row)));
                }
            }
            return new TableRow(cells);
        }
    };

    /** Tells whether rows of a table are taken at all. */
    abstract boolean takes(Table table);

    /** Returns what is taken of a row. */
    abstract TableRow filtered(Table table, TableRow row);

    /** A text of its own for each row, as the column may have to be unique. */
    private static Object placeholder(Table table, Column column, TableRow row) {
        if (column.kind() == Kind.WHOLE) {
            return 0L;
        } else if (column.kind() == Kind.REAL) {
            return 0.0;
        } else if (column.kind() == Kind.BYTES) {
            return new byte[0];
        }
        StringBuilder text = new StringBuilder("redacted");
        table.key()
                .forEach(key -> text.append('-')
                        .append(row.cells()
                                .get(table.indexOf(key))
                                .map(String::valueOf)
                                .orElse("")));
        return text.toString();
    }
}
