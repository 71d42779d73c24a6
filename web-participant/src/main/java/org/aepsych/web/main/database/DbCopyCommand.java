package org.aepsych.web.main.database;

import java.util.concurrent.Callable;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.database.CopyReport;
import org.aepsych.core.database.DatabaseCopy;
import org.aepsych.web.main.console.Console;
import org.aepsych.web.main.console.SettingsOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Moves a laboratory from one database to another. */
@Command(
        name = "copy",
        mixinStandardHelpOptions = true,
        description = {
            "Copies a whole database into an empty one, also of another kind, with all numbers, hashes and their order,",
            "and compares both in the end. An interrupted copy goes on where it was when the command is given again.",
            "  ./aepsych db copy --from jdbc:sqlite:data/aepsych.db --to 'jdbc:postgresql://HOST/DATABASE?user=U'",
            "The source may be in use; what is written to it during the copy is not copied."
        })
final class DbCopyCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Option(names = "--from", required = true, paramLabel = "URL", description = "Database to be copied.")
    private String from = "";

    @Option(names = "--to", required = true, paramLabel = "URL", description = "Database to be filled.")
    private String to = "";

    DbCopyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Databases databases = new Databases(settings);
        databases.requireFile("--from", from);
        try (Storage source = databases.open(from);
                Storage target = databases.open(to)) {
            CopyReport report = CopyRun.run(console, DatabaseCopy.whole(source, target));
            if (report.before() > 0) {
                console.out().println(report.before() + " rows were there from a copy that had been interrupted");
            }
            databases.tellOfKeys(console, target);
            return 0;
        }
    }
}
