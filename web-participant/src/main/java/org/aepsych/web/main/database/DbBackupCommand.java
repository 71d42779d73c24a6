package org.aepsych.web.main.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.aepsych.api.storage.Storage;
import org.aepsych.web.main.console.Console;
import org.aepsych.web.main.console.SettingsOptions;
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
        Databases databases = new Databases(settings);
        try (Storage source = databases.openExisting()) {
            new BackupFile(console, databases).write(source, file, redacted);
        }
        return 0;
    }
}
