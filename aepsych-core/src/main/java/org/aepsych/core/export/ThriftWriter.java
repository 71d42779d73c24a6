package org.aepsych.core.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Thrift's compact protocol, as far as Parquet's headers need it. Fields must be written in ascending order. */
final class ThriftWriter {
    static final int TYPE_I32 = 5;
    static final int TYPE_STRUCT = 12;
    static final int TYPE_BINARY = 8;

    private static final int TYPE_TRUE = 1;
    private static final int TYPE_FALSE = 2;
    private static final int TYPE_I64 = 6;
    private static final int TYPE_LIST = 9;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int[] fields = new int[16];
    private int depth;

    ThriftWriter i32(int field, int value) {
        header(field, TYPE_I32);
        return zigzag(value);
    }

    ThriftWriter i64(int field, long value) {
        header(field, TYPE_I64);
        return zigzag(value);
    }

    ThriftWriter flag(int field, boolean value) {
        header(field, value ? TYPE_TRUE : TYPE_FALSE);
        return this;
    }

    ThriftWriter text(int field, String value) {
        header(field, TYPE_BINARY);
        return text(value);
    }

    /** An element of a list of texts. */
    ThriftWriter text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        varint(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    /** An element of a list of numbers. */
    ThriftWriter zigzag(long value) {
        varint((value << 1) ^ (value >> 63));
        return this;
    }

    ThriftWriter list(int field, int elementType, int size) {
        header(field, TYPE_LIST);
        if (size < 15) {
            out.write(size << 4 | elementType);
        } else {
            out.write(0xf0 | elementType);
            varint(size);
        }
        return this;
    }

    ThriftWriter begin(int field) {
        header(field, TYPE_STRUCT);
        return begin();
    }

    /** Begins a struct that is an element of a list, or the whole. */
    ThriftWriter begin() {
        depth++;
        if (depth == fields.length) {
            fields = Arrays.copyOf(fields, 2 * depth);
        }
        fields[depth] = 0;
        return this;
    }

    ThriftWriter end() {
        out.write(0);
        depth--;
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    private void header(int field, int type) {
        int delta = field - fields[depth];
        fields[depth] = field;
        out.write(delta << 4 | type);
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
