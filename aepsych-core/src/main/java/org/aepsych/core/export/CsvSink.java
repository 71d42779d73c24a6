package org.aepsych.core.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Comma-separated values: a line of names, then a line for each row; a missing value is an empty cell. */
final class CsvSink implements TableSink {
    private static final int BUFFER = 1 << 16;

    private final Writer out;

    CsvSink(ExportTable table, OutputStream stream) throws IOException {
        out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), BUFFER);
        row(table.columns().stream().map(ExportColumn::name).toArray());
    }

    @Override
    public void row(@Nullable Object[] cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                out.write(',');
            }
            Object cell = cells[i];
            if (cell instanceof String text) {
                text(text);
            } else if (cell != null) {
                out.write(cell.toString());
            }
        }
        out.write('\n');
    }

    /** An empty text is quoted, so that it is not taken for a missing value. */
    private void text(String text) throws IOException {
        boolean plain = !text.isEmpty();
        for (int i = 0; plain && i < text.length(); i++) {
            char c = text.charAt(i);
            plain = c != ',' && c != '"' && c != '\n' && c != '\r';
        }
        if (plain) {
            out.write(text);
        } else {
            out.write('"');
            out.write(text.replace("\"", "\"\""));
            out.write('"');
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
