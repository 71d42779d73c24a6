package org.aepsych.core.pickle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.aepsych.core.json.Json;

/**
 * Numbers or texts of one kind, one behind the other.
 *
 * @param kind as numpy calls it: {@code f}, {@code i}, {@code u}, {@code b} or {@code U}
 * @param size bytes of each
 * @param order order of the bytes of each
 * @param latin1 all bytes
 */
record Elements(char kind, int size, ByteOrder order, String latin1) {
    private static final Charset LITTLE = Charset.forName("UTF-32LE");
    private static final Charset BIG = Charset.forName("UTF-32BE");

    /**
     * Reads a numpy type.
     *
     * @param type such as {@code f8}
     * @param order {@code <}, {@code >}, {@code =} or {@code |}
     * @param latin1 all bytes
     */
    static Elements numpy(String type, String order, String latin1) {
        try {
            char kind = type.charAt(0);
            int size = Integer.parseInt(type.substring(1)) * (kind == 'U' ? 4 : 1);
            return new Elements(kind, size, order.equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN, latin1);
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw unknown(type);
        }
    }

    int count() {
        return size == 0 ? 0 : latin1.length() / size;
    }

    Json at(int index) {
        if (index < 0 || index >= count()) {
            throw PickleException.unreadable("an array in it has too little data");
        }
        byte[] bytes = latin1.substring(index * size, (index + 1) * size).getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer element = ByteBuffer.wrap(bytes).order(order);
        return switch (kind + Integer.toString(kind == 'U' ? 0 : size)) {
            case "f8" -> Json.of(element.getDouble());
            case "f4" -> Json.of((double) element.getFloat());
            case "i8" -> Json.of(element.getLong());
            case "i4" -> Json.of((long) element.getInt());
            case "i2" -> Json.of((long) element.getShort());
            case "i1" -> Json.of((long) element.get());
            case "u4" -> Json.of(Integer.toUnsignedLong(element.getInt()));
            case "u2" -> Json.of((long) Short.toUnsignedInt(element.getShort()));
            case "u1" -> Json.of((long) Byte.toUnsignedInt(element.get()));
            case "b1" -> Json.of(element.get() != 0);
            case "U0" -> Json.of(new String(bytes, order == ByteOrder.BIG_ENDIAN ? BIG : LITTLE).replace("\0", ""));
            default -> throw unknown(kind + Integer.toString(size));
        };
    }

    private static PickleException unknown(String type) {
        return PickleException.unreadable("an array in it is of the unknown type " + type);
    }
}
