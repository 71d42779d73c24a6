package org.aepsych.core.database;

import jakarta.inject.Inject;
import java.util.List;
import org.aepsych.api.storage.Storage;

/** What there is to know about the storage in use, for people. */
public final class StorageFacts {
    private final Storage storage;

    /**
     * Looks at a storage.
     *
     * @param storage which
     */
    @Inject
    public StorageFacts(Storage storage) {
        this.storage = storage;
    }

    /**
     * A fact.
     *
     * @param name what
     * @param value how much, or which
     */
    public record StorageFact(String name, String value) {}

    /**
     * Returns the storage's name.
     *
     * @return short, without secrets
     */
    public String name() {
        return storage.displayName();
    }

    /**
     * Asks the storage about itself.
     *
     * @return what it says; nothing if it lacks the capability
     */
    public List<StorageFact> facts() {
        return storage.tables()
                .map(tables -> tables.facts().stream()
                        .map(fact -> new StorageFact(fact.name(), fact.value()))
                        .toList())
                .orElse(List.of());
    }
}
