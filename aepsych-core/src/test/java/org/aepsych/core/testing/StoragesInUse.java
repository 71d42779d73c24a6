package org.aepsych.core.testing;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.aepsych.api.AepsychException;
import org.aepsych.api.storage.Storage;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives the storages of one test to the next: to open one takes much longer than to empty it. */
final class StoragesInUse implements AfterEachCallback {
    private static final Queue<Storage> IN_USE = new ConcurrentLinkedQueue<>();
    private static final Queue<Storage> FREE = new ConcurrentLinkedQueue<>();

    static Storage next(StorageForTests storages) {
        Storage free = FREE.poll();
        if (free == null) {
            free = storages.openEmpty();
        } else {
            storages.empty(free);
        }
        IN_USE.add(free);
        return free;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        for (Storage storage = IN_USE.poll(); storage != null; storage = IN_USE.poll()) {
            if (isOpen(storage)) {
                FREE.add(storage);
            }
        }
    }

    private static boolean isOpen(Storage storage) {
        try {
            return !storage.displayName().isEmpty();
        } catch (AepsychException closed) {
            return false;
        }
    }
}
