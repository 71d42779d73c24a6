package org.aepsych.storage.jdbc;

import java.util.function.Consumer;
import java.util.function.Function;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.jdbi.v3.core.Handle;

/** One transaction that sees the database as of one instant, as a database that can only be read. */
final class SnapshotDatabase implements Database {
    private final Handle transaction;

    SnapshotDatabase(Handle transaction) {
        this.transaction = transaction;
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        return work.apply(transaction);
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        throw readOnly();
    }

    @Override
    public void maintain(Consumer<Handle> work) {
        throw readOnly();
    }

    private static AepsychException readOnly() {
        return new AepsychException(
                StandardError.UNSUPPORTED, "this is the storage as of one instant; it can only be read");
    }

    /** Whoever began the transaction ends it. */
    @Override
    public void close() {}
}
