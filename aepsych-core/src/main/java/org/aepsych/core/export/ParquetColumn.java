package org.aepsych.core.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.aepsych.api.event.HashChain;
import org.jspecify.annotations.Nullable;

/** The values of one column of one row group: which are there, and those that are, one behind the other. */
final class ParquetColumn {
    static final int SNAPPY = 1;
    static final int PLAIN = 0;
    static final int RLE = 3;

    private final ExportColumn column;
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();
    private final Bits defined = new Bits();
    private final Bits flags = new Bits();

    ParquetColumn(ExportColumn column) {
        this.column = column;
    }

    /** Returns Parquet's physical type. */
    static int physicalType(ColumnType type) {
        return switch (type) {
            case FLAG -> 0;
            case WHOLE, TIME -> 2;
            case REAL -> 5;
            case TEXT -> 6;
        };
    }

    void add(@Nullable Object cell) {
        defined.add(cell != null);
        if (cell == null) {
            return;
        }
        switch (column.type()) {
            case FLAG -> flags.add((Boolean) cell);
            case WHOLE -> number((Long) cell);
            case TIME -> number(HashChain.micros((Instant) cell));
            case REAL -> number(Double.doubleToLongBits((Double) cell));
            case TEXT -> {
                byte[] bytes = ((String) cell).getBytes(StandardCharsets.UTF_8);
                little(bytes.length, Integer.BYTES);
                values.writeBytes(bytes);
            }
        }
    }

    int size() {
        return defined.count + values.size();
    }

    private void number(long bits) {
        little(bits, Long.BYTES);
    }

    private void little(long bits, int bytes) {
        for (int i = 0; i < bytes; i++) {
            values.write((int) (bits >>> (8 * i)));
        }
    }

    /**
     * A page with its header.
     *
     * @param bytes header and compressed body
     * @param uncompressed length of header and body before compression
     */
    @SuppressWarnings("ArrayRecordComponent") // on its way into a file, not a value
    record Page(byte[] bytes, long uncompressed) {}

    /** Ends the row group: definition levels as one bit-packed run, then the values. */
    Page page() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        ByteArrayOutputStream levels = new ByteArrayOutputStream();
        int groups = (defined.count + 7) / 8;
        int run = groups << 1 | 1;
        while ((run & ~0x7f) != 0) {
            levels.write((run & 0x7f) | 0x80);
            run >>>= 7;
        }
        levels.write(run);
        levels.writeBytes(defined.bytes());
        for (int i = 0; i < Integer.BYTES; i++) {
            body.write(levels.size() >>> (8 * i));
        }
        body.writeBytes(levels.toByteArray());
        body.writeBytes(flags.bytes());
        body.writeBytes(values.toByteArray());
        byte[] compressed = Snappy.compress(body.toByteArray());
        byte[] header = new ThriftWriter()
                .begin()
                .i32(1, 0)
                .i32(2, body.size())
                .i32(3, compressed.length)
                .begin(5)
                .i32(1, defined.count)
                .i32(2, PLAIN)
                .i32(3, RLE)
                .i32(4, RLE)
                .end()
                .end()
                .bytes();
        ByteArrayOutputStream page = new ByteArrayOutputStream(header.length + compressed.length);
        page.writeBytes(header);
        page.writeBytes(compressed);
        return new Page(page.toByteArray(), (long) header.length + body.size());
    }

    void clear() {
        values.reset();
        defined.clear();
        flags.clear();
    }

    /** Bits, the first one lowest. */
    private static final class Bits {
        private final ByteArrayOutputStream whole = new ByteArrayOutputStream();
        private int open;
        private int count;

        void add(boolean bit) {
            if (bit) {
                open |= 1 << (count & 7);
            }
            count++;
            if ((count & 7) == 0) {
                whole.write(open);
                open = 0;
            }
        }

        byte[] bytes() {
            if ((count & 7) == 0) {
                return whole.toByteArray();
            }
            byte[] bytes = Arrays.copyOf(whole.toByteArray(), whole.size() + 1);
            bytes[bytes.length - 1] = (byte) open;
            return bytes;
        }

        void clear() {
            whole.reset();
            open = 0;
            count = 0;
        }
    }
}
