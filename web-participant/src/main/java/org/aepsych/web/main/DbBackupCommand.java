package org.aepsych.web.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.database.DatabaseCopy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A database in one file, taken while others write. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Writes everything as of this moment into one SQLite file, whatever the database is; a running server need",
            "not stop. The file is compared with the database before the command ends, and can be looked into like any",
            "other: ./aepsych serve --db FILE --read-only"
        })
final class DbBackupCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Parameters(paramLabel = "FILE", description = "File to be created.")
    private Path file = Path.of("backup.db");

    @Option(
            names = "--redacted",
            description = "Leave out who participants and administrators are, sessions, mails and secrets.")
    private boolean redacted;

    DbBackupCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path whole = file.toAbsolutePath().normalize();
        Path folder = whole.getParent();
        if (Files.exists(whole) || folder == null || !Files.isDirectory(folder)) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "FILE: expected a new file in a folder that exists, but found " + file + ".");
        }
        Databases databases = new Databases(settings);
        Path work = Files.createTempDirectory(folder, ".aepsych-backup");
        try (Storage source = databases.open()) {
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
        return 0;
    }
}
