package org.aepsych.core.database;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.aepsych.api.storage.TableRow;
import org.jspecify.annotations.Nullable;

/** A number for the contents of a table, the same in every storage that holds the same rows. */
final class TableDigest {
    private static final int BUFFER = 65_536;

    private final MessageDigest digest;
    private final DataOutputStream out;
    private long rows;

    TableDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
        out = new DataOutputStream(
                new BufferedOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest), BUFFER));
    }

    void add(TableRow row) {
        try {
            for (Optional<Object> cell : row.cells()) {
                write(cell.orElse(null));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rows++;
    }

    private void write(@Nullable Object cell) throws IOException {
        if (cell == null) {
            out.writeByte(0);
        } else if (cell instanceof Long whole) {
            out.writeByte(1);
            out.writeLong(whole);
        } else if (cell instanceof Double real) {
            out.writeByte(2);
            out.writeDouble(real);
        } else if (cell instanceof String text) {
            writeBytes(3, text.getBytes(StandardCharsets.UTF_8));
        } else if (cell instanceof byte[] bytes) {
            writeBytes(4, bytes);
        } else {
            throw new IllegalArgumentException("a cell of " + cell.getClass());
        }
    }

    private void writeBytes(int kind, byte[] bytes) throws IOException {
        out.writeByte(kind);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    long rows() {
        return rows;
    }

    /** Returns the number; nothing may be added afterwards. */
    String value() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
