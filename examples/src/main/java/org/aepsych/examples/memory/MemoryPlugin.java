package org.aepsych.examples.memory;

import java.util.List;
import org.aepsych.api.plugin.Plugin;
import org.aepsych.api.storage.StorageFactory;

/** What a jar with this storage contributes. */
public final class MemoryPlugin implements Plugin {
    private final StorageFactory factory = new MemoryStorageFactory();

    @Override
    public List<StorageFactory> storages() {
        return List.of(factory);
    }
}
