package org.aepsych.api.event;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The chain of hashes over a log: each hash covers the previous one and every column of its row, so altering, dropping
 * or inserting a row changes all hashes after it. The form is fixed; {@code docs/adr} has it for other programs.
 */
public final class HashChain {
    /** The hash before the first event: 64 zeros. */
    public static final String GENESIS = "0".repeat(64);

    private HashChain() {}

    /**
     * Returns the hash of a row.
     *
     * @param previous hash of the row before, or {@link #GENESIS}
     * @param sequence number of this row
     * @param event the row's contents
     * @return 64 lower-case hexadecimal digits
     */
    public static String next(String previous, long sequence, NewEvent event) {
        ByteArrayOutputStream bytes =
                new ByteArrayOutputStream(256 + event.contents().length());
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(HexFormat.of().parseHex(previous));
            out.writeLong(sequence);
            out.writeLong(micros(event.timestamp()));
            writeText(out, event.type());
            out.writeInt(event.version());
            writeText(out, event.contents());
            out.writeBoolean(event.extraInfo().isPresent());
            writeText(out, event.extraInfo().orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /**
     * Numbers and seals events that follow others.
     *
     * @param last sequence of the event before, 0 if there is none
     * @param lastHash its hash, or {@link #GENESIS}
     * @param events what follows, in order
     * @return the events as they will stand in the log
     */
    public static List<RecordedEvent> seal(long last, String lastHash, List<NewEvent> events) {
        List<RecordedEvent> sealed = new ArrayList<>(events.size());
        long sequence = last;
        String hash = lastHash;
        for (NewEvent event : events) {
            sequence++;
            hash = next(hash, sequence, event);
            sealed.add(new RecordedEvent(sequence, event, hash));
        }
        return List.copyOf(sealed);
    }

    /**
     * Returns an instant as storages keep it.
     *
     * @param instant to the microsecond
     * @return microseconds since 1970-01-01T00:00:00Z
     */
    public static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000L);
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
