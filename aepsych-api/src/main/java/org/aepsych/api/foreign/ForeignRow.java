package org.aepsych.api.foreign;

import java.util.Map;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;

/**
 * A row of a table of another program. Methods that must find something fail with {@code INPUT_INVALID} and a sentence
 * that names the table and the column.
 *
 * @param table whose row
 * @param cells by column: {@link Long}, {@link Double}, {@link String} or {@code byte[]}; columns that hold nothing are
 *     absent
 */
public record ForeignRow(String table, Map<String, Object> cells) {
    /** Copies the map. */
    public ForeignRow {
        cells = Map.copyOf(cells);
    }

    /**
     * Returns a whole number.
     *
     * @param column which column
     * @return its value
     */
    public long whole(String column) {
        return wholeIfAny(column).orElseThrow(() -> missing(column));
    }

    /**
     * Returns a whole number of which there may be none.
     *
     * @param column which column
     * @return its value, or empty
     */
    public Optional<Long> wholeIfAny(String column) {
        return cell(column, Long.class, "a whole number");
    }

    /**
     * Returns a number.
     *
     * @param column which column
     * @return its value; whole numbers are converted
     */
    public double real(String column) {
        return realIfAny(column).orElseThrow(() -> missing(column));
    }

    /**
     * Returns a number of which there may be none.
     *
     * @param column which column
     * @return its value, or empty; whole numbers are converted
     */
    public Optional<Double> realIfAny(String column) {
        return cell(column, Number.class, "a number").map(Number::doubleValue);
    }

    /**
     * Returns a text.
     *
     * @param column which column
     * @return its value
     */
    public String text(String column) {
        return textIfAny(column).orElseThrow(() -> missing(column));
    }

    /**
     * Returns a text of which there may be none.
     *
     * @param column which column
     * @return its value, or empty; numbers are written out, since some databases turn texts into them
     */
    public Optional<String> textIfAny(String column) {
        Object cell = cells.get(column);
        return cell instanceof byte[]
                ? cell(column, String.class, "a text")
                : Optional.ofNullable(cell).map(Object::toString);
    }

    /**
     * Returns bytes of which there may be none.
     *
     * @param column which column
     * @return its value, or empty
     */
    public Optional<byte[]> bytesIfAny(String column) {
        return cell(column, byte[].class, "bytes").map(byte[]::clone);
    }

    private <T> Optional<T> cell(String column, Class<T> type, String expected) {
        Object cell = cells.get(column);
        if (cell != null && !type.isInstance(cell)) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "table " + table + ", column " + column + ": expected " + expected + ", but found "
                            + (cell instanceof byte[] bytes ? bytes.length + " bytes" : "\"" + cell + "\""));
        }
        return Optional.ofNullable(cell).map(type::cast);
    }

    private AepsychException missing(String column) {
        return new AepsychException(
                StandardError.INPUT_INVALID, "table " + table + ", column " + column + ": a row holds nothing here");
    }
}
