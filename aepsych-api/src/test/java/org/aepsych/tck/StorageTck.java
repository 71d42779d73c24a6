package org.aepsych.tck;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.aepsych.api.storage.Storage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every storage must do. Extend it, say how to open one, and run it with JUnit; a storage that lacks a capability
 * overrides {@link #capabilities()} and is then held to its refusal.
 */
public abstract class StorageTck
        implements StreamContract,
                LogContract,
                PersonContract,
                SnapshotContract,
                AccountContract,
                OutboxContract,
                PresenceContract,
                AccessContract,
                ResultTableContract,
                InstanceContract {
    /** What a storage may lack. */
    public enum Capability {
        /** {@link Storage#results()}. */
        RESULT_TABLES,
        /** {@link Storage#snapshot} really is of one instant. */
        SNAPSHOTS_OF_ONE_INSTANT,
        /** {@link Storage#tables()}. */
        PLAIN_TABLES
    }

    private final List<Storage> opened = new ArrayList<>();
    private Storage storage;

    /** Creates the suite. */
    protected StorageTck() {}

    /**
     * Opens a storage that holds nothing.
     *
     * @return a storage with data of its own, which the suite closes
     */
    protected abstract Storage openEmpty();

    /**
     * Opens the data of the storage last returned by {@link #openEmpty} once more, as another process would; that
     * storage may be open or closed.
     *
     * @return another instance, which the suite closes
     */
    protected abstract Storage reopen();

    /**
     * Returns what the storage can do.
     *
     * @return everything by default
     */
    protected Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    public final Storage storage() {
        return storage;
    }

    @Override
    public final Storage another() {
        return opened(reopen());
    }

    @Override
    public final boolean can(Capability capability) {
        return capabilities().contains(capability);
    }

    @BeforeEach
    final void open() {
        storage = opened(openEmpty());
    }

    @AfterEach
    final void close() {
        Collections.reverse(opened);
        opened.forEach(Storage::close);
    }

    private Storage opened(Storage newStorage) {
        opened.add(newStorage);
        return newStorage;
    }
}
