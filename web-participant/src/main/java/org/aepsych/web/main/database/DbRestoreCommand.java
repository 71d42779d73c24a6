package org.aepsych.web.main.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.database.DatabaseCopy;
import org.aepsych.web.main.console.Console;
import org.aepsych.web.main.console.SettingsOptions;
import org.aepsych.web.main.laboratory.ThrowawayCopy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Brings a backup back. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Fills the database of the settings with a backup, which an older version may have made. The database has to",
            "be empty: move the old one away first. The backup is not changed."
        })
final class DbRestoreCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Parameters(paramLabel = "FILE", description = "What ./aepsych db backup has written.")
    private Path file = Path.of("backup.db");

    DbRestoreCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new AepsychException(StandardError.INPUT_INVALID, "FILE: there is no backup " + file + ".");
        }
        Databases databases = new Databases(settings);
        try (ThrowawayCopy copy = ThrowawayCopy.of(file);
                Storage source = databases.open("jdbc:sqlite:" + copy.file());
                Storage target = databases.open()) {
            if (!target.streams().list().isEmpty() || target.accounts().administrators() > 0) {
                throw new AepsychException(
                        StandardError.STATE_CONFLICT,
                        "the database " + target.displayName()
                                + " is not empty; move it away, or give another one with --db or --set.");
            }
            CopyRun.run(console, DatabaseCopy.whole(source, target));
            databases.tellOfKeys(console, target);
            return 0;
        }
    }
}
