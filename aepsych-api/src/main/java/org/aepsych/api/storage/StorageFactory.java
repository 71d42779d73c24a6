package org.aepsych.api.storage;

import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.ConfigSection;

/** Opens storages of one kind; {@code [storage] type} picks it by name. Thread-safe. */
public interface StorageFactory {
    /**
     * Returns the name that the settings use.
     *
     * @return matches {@code [a-z][a-z0-9-]*}
     */
    String name();

    /**
     * Returns the options of the section {@code [storage.NAME]}.
     *
     * @return the schema
     */
    ConfigSchema configSchema();

    /**
     * Opens the storage, creating or migrating its schema.
     *
     * @param config the section {@code [storage.NAME]}
     * @return the open storage
     * @throws org.aepsych.api.AepsychException {@code CONFIG_INVALID} or {@code STORAGE_UNAVAILABLE} with a sentence
     *     that says what to do
     */
    Storage open(ConfigSection config);
}
