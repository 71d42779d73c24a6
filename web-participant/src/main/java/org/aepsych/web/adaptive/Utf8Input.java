package org.aepsych.web.adaptive;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Turns what a client sends into UTF-8. Clients need not: JSON begins with an ASCII character, so where the zeros are
 * among the first bytes tells UTF-16 and UTF-32, as does a byte order mark. Not thread-safe.
 */
final class Utf8Input {
    private static final int TELLING = 4;

    private byte[] first = new byte[0];
    private boolean decided;
    private Optional<CharsetDecoder> decoder = Optional.empty();
    private byte[] rest = new byte[0];

    /**
     * Takes what has arrived.
     *
     * @param bytes holds the piece
     * @param length its length, from the first byte
     * @return as much of it as can be told, in UTF-8
     */
    byte[] accept(byte[] bytes, int length) {
        byte[] piece = Arrays.copyOf(bytes, length);
        if (decided) {
            return converted(piece);
        }
        first = joined(first, piece);
        Optional<Charset> found = charset(first);
        if (found.isEmpty()) {
            return new byte[0];
        }
        decided = true;
        if (!found.get().equals(StandardCharsets.UTF_8)) {
            decoder = Optional.of(found.get()
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE));
        }
        return converted(first);
    }

    /** Returns what was kept because it did not tell enough. */
    byte[] end() {
        return decided ? new byte[0] : first;
    }

    private static Optional<Charset> charset(byte[] bytes) {
        if (bytes.length == 0) {
            return Optional.empty();
        }
        int b0 = bytes[0] & 0xff;
        if (b0 != 0 && b0 != 0xff && b0 != 0xfe && bytes.length > 1 && bytes[1] != 0) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (bytes.length < TELLING) {
            return Optional.empty();
        }
        boolean little = b0 != 0 && b0 != 0xfe;
        boolean wide = little ? bytes[2] == 0 && bytes[3] == 0 : b0 == 0 && bytes[1] == 0;
        return Optional.of(Charset.forName((wide ? "UTF-32" : "UTF-16") + (little ? "LE" : "BE")));
    }

    private byte[] converted(byte[] piece) {
        if (decoder.isEmpty()) {
            return piece;
        }
        ByteBuffer in = ByteBuffer.wrap(joined(rest, piece));
        CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
        decoder.get().decode(in, out, false);
        rest = new byte[in.remaining()];
        in.get(rest);
        return out.flip().toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
