package org.aepsych.core.testing;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.aepsych.api.storage.Storage;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Closes what the tests of a class opened: connections are few. */
final class OpenedStorages implements AfterAllCallback {
    private static final Queue<Storage> OPEN = new ConcurrentLinkedQueue<>();

    static Storage add(Storage storage) {
        OPEN.add(storage);
        return storage;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        for (Storage storage = OPEN.poll(); storage != null; storage = OPEN.poll()) {
            storage.close();
        }
    }
}
