package org.aepsych.core.export;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Snappy's raw format, which every reader of Parquet knows: repetitions become references, at little cost, and the same
 * bytes come out everywhere. The format: github.com/google/snappy, file {@code format_description.txt}.
 */
final class Snappy {
    private static final int BLOCK = 1 << 16;
    private static final int HASH_BITS = 14;
    private static final int SHORTEST = 4;
    private static final int LONGEST_COPY = 64;

    private final byte[] in;
    private final ByteArrayOutputStream out;
    private final int[] table = new int[1 << HASH_BITS];

    private Snappy(byte[] in) {
        this.in = in;
        this.out = new ByteArrayOutputStream(in.length / 2 + 16);
    }

    static byte[] compress(byte[] bytes) {
        Snappy snappy = new Snappy(bytes);
        int length = bytes.length;
        while ((length & ~0x7f) != 0) {
            snappy.out.write((length & 0x7f) | 0x80);
            length >>>= 7;
        }
        snappy.out.write(length);
        for (int start = 0; start < bytes.length; start += BLOCK) {
            snappy.block(start, Math.min(bytes.length, start + BLOCK));
        }
        return snappy.out.toByteArray();
    }

    private void block(int start, int end) {
        Arrays.fill(table, -1);
        int literal = start;
        int at = start;
        while (at + SHORTEST <= end) {
            int word = word(at);
            int slot = (word * 0x1e35a7bd) >>> (32 - HASH_BITS);
            int earlier = table[slot];
            table[slot] = at;
            if (earlier >= 0 && word(earlier) == word) {
                literal(literal, at);
                int length = SHORTEST;
                while (at + length < end && in[earlier + length] == in[at + length]) {
                    length++;
                }
                copy(at - earlier, length);
                at += length;
                literal = at;
            } else {
                at++;
            }
        }
        literal(literal, end);
    }

    private int word(int at) {
        return (in[at] & 0xff) | ((in[at + 1] & 0xff) << 8) | ((in[at + 2] & 0xff) << 16) | (in[at + 3] << 24);
    }

    private void literal(int from, int to) {
        int rest = to - from - 1;
        if (rest < 0) {
            return;
        }
        if (rest < 60) {
            out.write(rest << 2);
        } else if (rest < 1 << 8) {
            out.write(60 << 2);
            out.write(rest);
        } else {
            out.write(61 << 2);
            out.write(rest);
            out.write(rest >>> 8);
        }
        out.write(in, from, to - from);
    }

    private void copy(int offset, int length) {
        for (int rest = length; rest > 0; rest -= LONGEST_COPY) {
            out.write(((Math.min(rest, LONGEST_COPY) - 1) << 2) | 2);
            out.write(offset);
            out.write(offset >>> 8);
        }
    }
}
