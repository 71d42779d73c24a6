package org.aepsych.core.testing;

import java.util.ServiceLoader;
import org.aepsych.api.storage.Storage;

/**
 * The storage of the engine's tests. In this module they run in memory; a module with a storage of its own puts one of
 * these into {@code META-INF/services}, and runs the tests marked {@link OnEveryStorage} once more over it.
 */
public interface StorageForTests {
    /** Opens a storage that holds nothing; closing it removes it. */
    Storage openEmpty();

    /** Returns an empty storage for a test, which is closed after all tests of its class. */
    static Storage empty() {
        return ServiceLoader.load(StorageForTests.class)
                .findFirst()
                .map(storages -> OpenedStorages.add(storages.openEmpty()))
                .orElseGet(MemoryStorage::new);
    }
}
