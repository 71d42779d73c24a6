package org.aepsych.core.pickle;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The bytes of a pickle, in order. */
final class PickleInput {
    private final byte[] bytes;
    private int at;

    PickleInput(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    int position() {
        return at;
    }

    int left() {
        return bytes.length - at;
    }

    int next() {
        return Byte.toUnsignedInt(bytes[take(1)]);
    }

    int unsigned2() {
        return next() | next() << 8;
    }

    int signed4() {
        return little(4).getInt();
    }

    /** Returns a length, which is never more than what is left. */
    int length(int size) {
        long length = switch (size) {
            case 1 -> next();
            case 4 -> Integer.toUnsignedLong(signed4());
            default -> little(8).getLong();
        };
        if (length < 0 || length > bytes.length - at) {
            throw PickleException.unreadable("it ends in the middle of a value of " + length + " bytes");
        }
        return (int) length;
    }

    /** Passes over the length of a frame, which does not matter here. */
    void skipFrame() {
        take(8);
    }

    double bigEndianDouble() {
        return ByteBuffer.wrap(bytes, take(8), 8).getDouble();
    }

    BigInteger littleEndianInteger(int length) {
        byte[] reversed = new byte[length + 1];
        int from = take(length);
        for (int i = 0; i < length; i++) {
            reversed[length - i] = bytes[from + i];
        }
        reversed[0] = (byte) (length > 0 && reversed[1] < 0 ? -1 : 0);
        return new BigInteger(reversed);
    }

    String latin1(int length) {
        return new String(bytes, take(length), length, StandardCharsets.ISO_8859_1);
    }

    String utf8(int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, take(length), length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw PickleException.unreadable("a text in it is not UTF-8");
        }
    }

    /** Returns the text up to the end of the line. */
    String line() {
        int from = at;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        String line = new String(bytes, from, at - from, StandardCharsets.ISO_8859_1);
        take(1);
        return line;
    }

    private ByteBuffer little(int length) {
        return ByteBuffer.wrap(bytes, take(length), length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private int take(int length) {
        if (length > bytes.length - at) {
            throw PickleException.unreadable("it ends too early, after " + bytes.length + " bytes");
        }
        at += length;
        return at - length;
    }
}
