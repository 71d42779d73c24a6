package org.aepsych.core.snapshot;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import com.esotericsoftware.kryo.serializers.ImmutableCollectionsSerializers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.aepsych.api.storage.Snapshot;
import org.aepsych.api.strategy.StateSchema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * States of one strategy as bytes, in a closed world: only classes of its schema and a few of the JDK are written and
 * read. A snapshot that cannot be read is none: the log says the same. Thread-safe.
 */
public final class SnapshotCodec {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotCodec.class);

    /** First word of every snapshot: "AES" and the version of this codec. */
    private static final int FORMAT = 0x41455301;

    private static final int LARGEST = 64 * 1024 * 1024;
    private static final int BUFFER = 4096;

    /** Ids of the JDK's classes; a schema's ids begin far above, so that neither list can grow into the other. */
    private static final int FIRST_JDK_ID = 100;

    private static final int SCHEMA_OFFSET = 1000;
    private static final List<Class<?>> JDK_CLASSES = List.of(
            double[].class,
            double[][].class,
            long[].class,
            int[].class,
            boolean[].class,
            String[].class,
            ArrayList.class,
            HashMap.class,
            LinkedHashMap.class,
            TreeMap.class,
            LinkedHashSet.class);

    private final StateSchema schema;

    /**
     * A codec for the states of one kind of strategy.
     *
     * @param schema the classes of the states
     */
    public SnapshotCodec(StateSchema schema) {
        this.schema = schema;
    }

    /**
     * Writes a state.
     *
     * @param sequence last event that the state includes
     * @param timestamp when it was taken
     * @param state a record of a class of the schema
     * @return the snapshot
     * @throws IllegalArgumentException if the state holds an object of a class that the schema does not name
     */
    public Snapshot encode(long sequence, Instant timestamp, Record state) {
        try (Output output = new Output(BUFFER, LARGEST)) {
            output.writeInt(FORMAT);
            output.writeInt(schema.version());
            kryo().writeClassAndObject(output, state);
            byte[] bytes = output.toBytes();
            return new Snapshot(sequence, timestamp, schema.version(), sha256(bytes), bytes);
        }
    }

    /**
     * Reads a state.
     *
     * @param snapshot what a storage kept
     * @return the state; empty if the snapshot is of another version, altered, too large or not readable
     */
    public Optional<Record> decode(Snapshot snapshot) {
        byte[] bytes = snapshot.state();
        boolean ours = snapshot.version() == schema.version()
                && bytes.length <= LARGEST
                && snapshot.sha256().equals(sha256(bytes));
        if (!ours) {
            return Optional.empty();
        }
        try (Input input = new Input(bytes)) {
            if (input.readInt() != FORMAT || input.readInt() != schema.version()) {
                return Optional.empty();
            }
            return kryo().readClassAndObject(input) instanceof Record state ? Optional.of(state) : Optional.empty();
        } catch (RuntimeException e) {
            LOG.info("snapshot at message {} cannot be read and is left aside: {}", snapshot.sequence(), e.toString());
            return Optional.empty();
        }
    }

    /** A Kryo is not thread-safe and remembers classes, so each call has its own. */
    private Kryo kryo() {
        Kryo kryo = new Kryo();
        kryo.setRegistrationRequired(true);
        kryo.setReferences(false);
        ImmutableCollectionsSerializers.registerSerializers(kryo);
        int id = FIRST_JDK_ID;
        for (Class<?> type : JDK_CLASSES) {
            kryo.register(type, id++);
        }
        schema.classes().forEach((number, type) -> kryo.register(type, SCHEMA_OFFSET + number));
        schema.classes().values().stream().findFirst().ifPresent(type -> kryo.setClassLoader(type.getClassLoader()));
        return kryo;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
