package org.aepsych.web.main.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.database.DatabaseCopy;
import org.aepsych.web.main.console.Console;
import org.aepsych.web.main.laboratory.ThrowawayCopy;

/** A whole database in one new SQLite file, which is there when it is complete and not before. */
final class BackupFile {
    private final Console console;
    private final Databases databases;

    BackupFile(Console console, Databases databases) {
        this.console = console;
        this.databases = databases;
    }

    /**
     * Writes a backup.
     *
     * @param source what is backed up
     * @param file a new file in a folder that exists
     * @param redacted whether to leave personal data and secrets out
     */
    void write(Storage source, Path file, boolean redacted) throws IOException {
        Path whole = file.toAbsolutePath().normalize();
        Path folder = whole.getParent();
        if (Files.exists(whole) || folder == null || !Files.isDirectory(folder)) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "FILE: expected a new file in a folder that exists, but found " + file + ".");
        }
        Path work = Files.createTempDirectory(folder, ".aepsych-backup");
        try {
            Path part = work.resolve("backup.db");
            try (Storage target = databases.open("jdbc:sqlite:" + part)) {
                CopyRun.run(
                        console, redacted ? DatabaseCopy.redacted(source, target) : DatabaseCopy.whole(source, target));
                databases.tellOfKeys(console, target);
            }
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            ThrowawayCopy.delete(work);
        }
        console.out().println("wrote " + file + (redacted ? ", without personal data and secrets" : ""));
    }
}
