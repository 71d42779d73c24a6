package org.aepsych.web.main.database;

import java.util.concurrent.Callable;
import org.aepsych.api.storage.Storage;
import org.aepsych.web.main.console.Console;
import org.aepsych.web.main.console.SettingsOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Brings the schema up to date before a server does. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = {
            "Brings the database's tables up to the state that this program knows, and keeps everything in them.",
            "Every command does so by itself when it opens a database. A newer database is refused."
        })
final class DbMigrateCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    DbMigrateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Storage storage = new Databases(settings).open()) {
            console.out().println("the tables of " + storage.displayName() + " are up to date");
            return 0;
        }
    }
}
