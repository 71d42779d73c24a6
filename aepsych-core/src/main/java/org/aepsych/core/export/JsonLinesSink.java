package org.aepsych.core.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.aepsych.core.json.Json;
import org.jspecify.annotations.Nullable;

/** A JSON object on each line with every column; a missing value, and a number that JSON has no word for, is null. */
final class JsonLinesSink implements TableSink {
    private static final int BUFFER = 1 << 16;

    private final Writer out;
    private final List<String> names;

    JsonLinesSink(ExportTable table, OutputStream stream) {
        out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), BUFFER);
        names = table.columns().stream()
                .map(column -> Json.of(column.name()).text() + ":")
                .toList();
    }

    @Override
    public void row(@Nullable Object[] cells) throws IOException {
        char separator = '{';
        for (int i = 0; i < cells.length; i++) {
            out.write(separator);
            out.write(names.get(i));
            value(cells[i]);
            separator = ',';
        }
        out.write("}\n");
    }

    private void value(@Nullable Object cell) throws IOException {
        if (cell == null || (cell instanceof Double number && !Double.isFinite(number))) {
            out.write("null");
        } else if (cell instanceof Number || cell instanceof Boolean) {
            out.write(cell.toString());
        } else {
            out.write(Json.of(cell.toString()).text());
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
