package org.aepsych.core.testing;

import java.util.ServiceLoader;
import org.aepsych.api.storage.Storage;

/**
 * The storage of the engine's tests. In this module they run in memory; a module with a storage of its own puts one of
 * these into {@code META-INF/services}, and runs the tests marked {@link OnEveryStorage} once more over it.
 */
public interface StorageForTests {
    /** Opens a storage that holds nothing. */
    Storage openEmpty();

    /** Takes everything out of a storage that a test is done with, so that its numbers begin anew, too. */
    void empty(Storage storage);

    /** Returns an empty storage for a test. */
    static Storage forTest() {
        return ServiceLoader.load(StorageForTests.class)
                .findFirst()
                .map(StoragesInUse::next)
                .orElseGet(MemoryStorage::new);
    }
}
