package org.aepsych.examples.memory;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StorageFactory;

/** Opens storages in memory; those of one name share what they keep, as long as the program runs. */
final class MemoryStorageFactory implements StorageFactory {
    private static final ConfigOption<String> LABEL = ConfigOption.text(
                    "label", "Storages of the same label share what they keep.")
            .orElse("lab");

    private final Map<String, MemoryStorage.Memory> memories = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "lab-memory";
    }

    @Override
    public ConfigSchema configSchema() {
        return ConfigSchema.of(LABEL);
    }

    @Override
    public Storage open(ConfigSection config) {
        String label = config.get(LABEL);
        return new MemoryStorage(memories.computeIfAbsent(label, first -> new MemoryStorage.Memory()), label);
    }
}
