package org.aepsych.storage.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Map;
import org.aepsych.api.storage.Storage;
import org.aepsych.tck.StorageTck;
import org.aepsych.tck.TckSection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresStorageTckTest extends StorageTck {
    private static EmbeddedPostgres server;
    private static int schemas;

    @BeforeAll
    static void startServer() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @Override
    protected Storage openEmpty() {
        schemas++;
        return reopen();
    }

    @Override
    protected Storage reopen() {
        Map<String, String> texts = Map.of(
                "url", server.getJdbcUrl("postgres", "postgres").replaceFirst("\\?.*", ""),
                "user", "postgres",
                "password", "postgres",
                "schema", "tck_" + schemas,
                "connections", "6");
        return new PostgresStorageFactory().open(new TckSection("storage.postgresql", texts));
    }
}
