package org.aepsych.web.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.plugin.Extensions;

/**
 * The storage of a test: SQLite in the test's folder, or with {@code -Dtest.storage=postgresql} a schema of its own in a
 * real PostgreSQL, which is started once for all tests and stopped with the virtual machine.
 */
final class TestStorage {
    private static final String POSTGRESQL = "postgresql";

    private TestStorage() {}

    /** Opens the storage of a folder; the same folder has the same data. */
    static Storage open(Extensions extensions, Path folder) {
        return System.getProperty("test.storage", "").equals(POSTGRESQL)
                ? open(extensions, POSTGRESQL, Server.RUNNING.options(folder))
                : sqlite(extensions, folder.resolve("test.db"));
    }

    static Storage sqlite(Extensions extensions, Path file) {
        return open(extensions, "sqlite", "path = " + file);
    }

    private static Storage open(Extensions extensions, String type, String options) {
        return extensions
                .storage(type)
                .orElseThrow()
                .open(ExperimentFile.parse("[common]\n" + options + "\n").common());
    }

    /** Nothing here has to survive a power cut, and waiting for the disk is most of the time otherwise. */
    private static final class Server {
        static final Server RUNNING = new Server();

        private final EmbeddedPostgres postgres;
        private final AtomicInteger last = new AtomicInteger();
        private final Map<Path, String> schemas = new ConcurrentHashMap<>();

        private Server() {
            try {
                postgres = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String options(Path folder) {
            String schema = schemas.computeIfAbsent(folder, unused -> "test_" + last.incrementAndGet());
            String url = postgres.getJdbcUrl("postgres", "postgres").replaceFirst("\\?.*", "");
            return "url = " + url + "\nuser = postgres\nconnections = 4\nschema = " + schema;
        }
    }
}
