package org.aepsych.web.main.database;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.Table;
import org.aepsych.api.storage.TableStore;
import org.aepsych.web.main.console.Console;
import org.aepsych.web.main.console.SettingsOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What a database is and holds. */
@Command(
        name = "info",
        mixinStandardHelpOptions = true,
        description = "Says which database the settings mean, how large it is, and what is in it. Changes nothing.")
final class DbInfoCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    DbInfoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Storage storage = new Databases(settings).openExisting()) {
            TableStore tables = Databases.tables(storage);
            tables.facts().forEach(fact -> line(fact.name(), fact.value()));
            long games = storage.streams().list().stream()
                    .filter(stream -> stream.header().protocol() == Protocol.GAME)
                    .count();
            line("experiments", games + " with games");
            line("sessions", storage.streams().list().size() - games + " of adaptive experiments");
            console.out().println();
            for (Table table : tables.tables()) {
                console.out().println(String.format(Locale.ROOT, "%12d  %s", tables.count(table), table.name()));
            }
            return 0;
        }
    }

    private void line(String name, String value) {
        console.out().println(String.format(Locale.ROOT, "%-12s %s", name, value));
    }
}
