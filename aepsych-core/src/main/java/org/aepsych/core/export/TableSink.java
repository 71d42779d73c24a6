package org.aepsych.core.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes the rows of one table to one file. */
interface TableSink extends Closeable {
    /** Writes a row. */
    void row(@Nullable Object[] cells) throws IOException;

    /** Begins a file. */
    static TableSink open(ExportFormat format, ExportTable table, OutputStream out) throws IOException {
        return switch (format) {
            case CSV -> new CsvSink(table, out);
            case JSONL -> new JsonLinesSink(table, out);
            case PARQUET -> new ParquetSink(table.columns(), out);
        };
    }
}
