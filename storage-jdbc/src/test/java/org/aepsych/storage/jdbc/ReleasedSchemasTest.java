package org.aepsych.storage.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;
import org.aepsych.api.storage.Storage;
import org.aepsych.tck.ReleasedData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases of every schema that was released are opened, and nothing in them is lost. A new schema adds its file. */
class ReleasedSchemasTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void aDatabaseOfAnOlderProgramIsBroughtUpToDateWithAllRows(int version) throws IOException, SQLException {
        String schema = "released_" + version;
        TestServer.RUNNING.execute(
                "CREATE SCHEMA " + schema + "; SET search_path TO " + schema + ";\n" + script(version));

        try (Storage storage = TestServer.RUNNING.open(schema)) {
            ReleasedData.assertWhole(storage, version);
        }
        try (Storage again = TestServer.RUNNING.open(schema)) {
            ReleasedData.assertWhole(again, version);
        }
    }

    private static String script(int version) throws IOException {
        try (InputStream released = ReleasedSchemasTest.class.getResourceAsStream("released/V" + version + ".sql")) {
            return new String(Objects.requireNonNull(released).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
