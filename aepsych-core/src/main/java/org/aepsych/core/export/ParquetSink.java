package org.aepsych.core.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Apache Parquet for flat tables (format version 1; all columns optional, plain encoding, Snappy): what every reader reads,
 * and small enough to need no library. The format: github.com/apache/parquet-format, file {@code parquet.thrift}.
 */
final class ParquetSink implements TableSink {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_ROWS = 1 << 17;
    private static final int MOST_BYTES = 1 << 23;
    private static final int OPTIONAL = 1;
    private static final int UTF8 = 0;
    private static final int TIMESTAMP_MICROS = 10;

    private final List<ExportColumn> columns;
    private final List<ParquetColumn> open;
    private final List<RowGroup> groups = new ArrayList<>();
    private final OutputStream out;
    private long position;
    private int rows;

    private record Chunk(long offset, long compressed, long uncompressed) {}

    private record RowGroup(List<Chunk> chunks, int rows) {}

    ParquetSink(List<ExportColumn> columns, OutputStream out) throws IOException {
        this.columns = columns;
        this.open = columns.stream().map(ParquetColumn::new).toList();
        this.out = out;
        write(MAGIC);
    }

    @Override
    public void row(@Nullable Object[] cells) throws IOException {
        int bytes = 0;
        for (int i = 0; i < cells.length; i++) {
            open.get(i).add(cells[i]);
            bytes += open.get(i).size();
        }
        rows++;
        if (rows == MOST_ROWS || bytes > MOST_BYTES) {
            endGroup();
        }
    }

    private void endGroup() throws IOException {
        List<Chunk> chunks = new ArrayList<>();
        for (ParquetColumn column : open) {
            ParquetColumn.Page page = column.page();
            chunks.add(new Chunk(position, page.bytes().length, page.uncompressed()));
            write(page.bytes());
            column.clear();
        }
        groups.add(new RowGroup(chunks, rows));
        rows = 0;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            if (rows > 0) {
                endGroup();
            }
            byte[] footer = footer();
            write(footer);
            for (int i = 0; i < Integer.BYTES; i++) {
                out.write(footer.length >>> (8 * i));
            }
            write(MAGIC);
        }
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }

    private byte[] footer() {
        ThriftWriter thrift = new ThriftWriter().begin().i32(1, 1);
        thrift.list(2, ThriftWriter.TYPE_STRUCT, columns.size() + 1);
        thrift.begin().text(4, "schema").i32(5, columns.size()).end();
        columns.forEach(column -> schema(thrift, column));
        thrift.i64(3, groups.stream().mapToLong(RowGroup::rows).sum());
        thrift.list(4, ThriftWriter.TYPE_STRUCT, groups.size());
        groups.forEach(group -> group(thrift, group));
        return thrift.text(6, "aepsych").end().bytes();
    }

    private static void schema(ThriftWriter thrift, ExportColumn column) {
        thrift.begin()
                .i32(1, ParquetColumn.physicalType(column.type()))
                .i32(3, OPTIONAL)
                .text(4, column.name());
        if (column.type() == ColumnType.TEXT) {
            thrift.i32(6, UTF8).begin(10).begin(1).end().end();
        } else if (column.type() == ColumnType.TIME) {
            thrift.i32(6, TIMESTAMP_MICROS);
            thrift.begin(10)
                    .begin(8)
                    .flag(1, true)
                    .begin(2)
                    .begin(2)
                    .end()
                    .end()
                    .end()
                    .end();
        }
        thrift.end();
    }

    private void group(ThriftWriter thrift, RowGroup group) {
        thrift.begin().list(1, ThriftWriter.TYPE_STRUCT, columns.size());
        for (int i = 0; i < columns.size(); i++) {
            Chunk chunk = group.chunks().get(i);
            thrift.begin().i64(2, chunk.offset()).begin(3);
            thrift.i32(1, ParquetColumn.physicalType(columns.get(i).type()));
            thrift.list(2, ThriftWriter.TYPE_I32, 2).zigzag(ParquetColumn.PLAIN).zigzag(ParquetColumn.RLE);
            thrift.list(3, ThriftWriter.TYPE_BINARY, 1).text(columns.get(i).name());
            thrift.i32(4, ParquetColumn.SNAPPY)
                    .i64(5, group.rows())
                    .i64(6, chunk.uncompressed())
                    .i64(7, chunk.compressed())
                    .i64(9, chunk.offset());
            thrift.end().end();
        }
        thrift.i64(2, group.chunks().stream().mapToLong(Chunk::uncompressed).sum())
                .i64(3, group.rows())
                .end();
    }
}
