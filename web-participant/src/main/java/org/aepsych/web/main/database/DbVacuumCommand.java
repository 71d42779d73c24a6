package org.aepsych.web.main.database;

import java.util.concurrent.Callable;
import org.aepsych.api.storage.Storage;
import org.aepsych.web.main.console.Console;
import org.aepsych.web.main.console.SettingsOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tidies a database up. */
@Command(
        name = "vacuum",
        mixinStandardHelpOptions = true,
        description = {
            "Gives room that is no longer needed back to the disk, such as after wiping an experiment, and brings the",
            "database's statistics up to date. Servers may run, but SQLite lets them wait meanwhile."
        })
final class DbVacuumCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    DbVacuumCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Storage storage = new Databases(settings).openExisting()) {
            Databases.tables(storage).vacuum();
            console.out().println("tidied up " + storage.displayName());
            return 0;
        }
    }
}
