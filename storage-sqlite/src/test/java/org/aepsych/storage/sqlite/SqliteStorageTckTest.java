package org.aepsych.storage.sqlite;

import java.nio.file.Path;
import java.util.Map;
import org.aepsych.api.storage.Storage;
import org.aepsych.tck.StorageTck;
import org.aepsych.tck.TckSection;
import org.junit.jupiter.api.io.TempDir;

class SqliteStorageTckTest extends StorageTck {
    @TempDir
    private Path folder;

    @Override
    protected Storage openEmpty() {
        return reopen();
    }

    @Override
    protected Storage reopen() {
        String path = folder.resolve("lab/aepsych.db").toString();
        return new SqliteStorageFactory().open(new TckSection("storage.sqlite", Map.of("path", path)));
    }
}
