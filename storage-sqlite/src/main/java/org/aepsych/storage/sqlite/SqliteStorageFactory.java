package org.aepsych.storage.sqlite;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StorageFactory;
import org.aepsych.storage.jdbc.JdbcStorage;
import org.aepsych.storage.jdbc.Migrations;
import org.aepsych.storage.jdbc.SchemaComments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens storages in one SQLite file each; several processes of one machine may open the same file. */
public final class SqliteStorageFactory implements StorageFactory {
    static final ConfigOption<String> PATH = ConfigOption.text(
                    "path", "The database file on a local disk; it and its folders are created if needed.")
            .orElse("aepsych.db");
    static final ConfigOption<Integer> BUSY_SECONDS = ConfigOption.whole(
                    "busy_seconds", "How long to wait while another process writes to the file, from 1 to 3600.")
            .orElse(10);
    static final ConfigOption<Integer> READERS = ConfigOption.whole(
                    "readers", "How many reading connections are kept open for reuse, from 1.")
            .orElse(4);

    private static final Logger LOG = LoggerFactory.getLogger(SqliteStorageFactory.class);
    private static final String OWNER_ONLY = "rw-------";

    /** Creates the factory; opening is what touches the disk. */
    @Inject
    public SqliteStorageFactory() {}

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public ConfigSchema configSchema() {
        return ConfigSchema.of(PATH, BUSY_SECONDS, READERS);
    }

    @Override
    public Storage open(ConfigSection config) {
        Path path = path(config);
        Duration busy = Duration.ofSeconds(within(config, BUSY_SECONDS, 3600));
        int readers = within(config, READERS, 1000);
        createFolders(path);
        createPrivateFile(path);
        if (!Files.isWritable(path)) {
            LOG.warn(
                    "this user may not write to {}: it can be looked at, but nothing is kept; check its owner and"
                            + " permissions",
                    path);
        }
        SqliteFile file = new SqliteFile(path, busy);
        SqliteDialect dialect = new SqliteDialect();
        SchemaComments comments = Migrations.apply(file.writing(), dialect);
        return new JdbcStorage(
                String.valueOf(path.getFileName()), new SqliteDatabase(file, readers), dialect, comments);
    }

    private static Path path(ConfigSection config) {
        String text = config.get(PATH).trim();
        // The driver reads these as an address with settings, or as a database in memory, which nobody else would see.
        if (text.isEmpty() || text.startsWith(":") || text.startsWith("file:") || text.contains("?")) {
            throw problem(config, PATH, "expected the path of a file without \"?\", but found \"" + text + "\"");
        }
        Path path;
        try {
            path = Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw problem(config, PATH, "expected the path of a file, but found \"" + text + "\"");
        }
        if (Files.isDirectory(path)) {
            throw problem(config, PATH, "expected the path of a file, but " + path + " is a folder");
        }
        return path;
    }

    private static int within(ConfigSection config, ConfigOption<Integer> option, int most) {
        int value = config.get(option);
        if (value < 1 || value > most) {
            throw problem(config, option, "expected a whole number from 1 to " + most + ", but found " + value);
        }
        return value;
    }

    private static ConfigException problem(ConfigSection config, ConfigOption<?> option, String message) {
        return new ConfigException(config.problem(option.key(), message));
    }

    private static void createFolders(Path path) {
        Path folder = path.getParent();
        if (folder == null) {
            return;
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new AepsychException(
                    StandardError.STORAGE_UNAVAILABLE,
                    "The folder " + folder + " of the database file could not be created; check its permissions.",
                    e);
        }
    }

    /** Lets nobody else on the machine read a new database; SQLite gives the files beside it the same permissions. */
    private static void createPrivateFile(Path path) {
        try {
            if (!Files.exists(path)
                    && path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
            }
        } catch (FileAlreadyExistsException e) {
            LOG.debug("{} was created by another process at the same moment", path);
        } catch (IOException e) {
            throw new AepsychException(
                    StandardError.STORAGE_UNAVAILABLE,
                    "The database file " + path + " could not be created; check the permissions of its folder.",
                    e);
        }
    }
}
