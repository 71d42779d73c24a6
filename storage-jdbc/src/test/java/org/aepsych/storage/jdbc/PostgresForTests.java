package org.aepsych.storage.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.testing.StorageForTests;

/** Runs the engine's tests over PostgreSQL, in a schema for each storage that is open at the same time. */
public final class PostgresForTests implements StorageForTests {
    private static final List<Place> PLACES = new ArrayList<>();

    private record Place(String schema, Storage storage) {
        boolean isFree() {
            try {
                return storage.displayName().isEmpty();
            } catch (AepsychException e) {
                return true;
            }
        }
    }

    @Override
    public Storage openEmpty() {
        synchronized (PLACES) {
            Optional<Place> free = PLACES.stream().filter(Place::isFree).findFirst();
            free.ifPresent(place -> {
                PLACES.remove(place);
                empty(place.schema());
            });
            // To empty a schema is faster than to create its tables.
            String schema = free.map(Place::schema).orElseGet(() -> "engine_" + PLACES.size());
            Storage storage = TestServer.RUNNING.open(schema);
            PLACES.add(new Place(schema, storage));
            return storage;
        }
    }

    private static void empty(String schema) {
        try {
            TestServer.RUNNING.empty(schema);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
