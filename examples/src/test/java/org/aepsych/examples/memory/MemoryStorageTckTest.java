package org.aepsych.examples.memory;

import java.util.Map;
import java.util.Set;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StorageFactory;
import org.aepsych.tck.StorageTck;
import org.aepsych.tck.TckSection;

/** What the author of a storage writes to prove it. */
class MemoryStorageTckTest extends StorageTck {
    private final StorageFactory factory = new MemoryPlugin().storages().get(0);
    private int number;

    @Override
    protected Storage openEmpty() {
        number++;
        return reopen();
    }

    @Override
    protected Storage reopen() {
        return factory.open(new TckSection("storage.lab-memory", Map.of("label", "tck" + number)));
    }

    @Override
    protected Set<Capability> capabilities() {
        return Set.of();
    }
}
