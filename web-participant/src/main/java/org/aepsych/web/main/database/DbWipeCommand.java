package org.aepsych.web.main.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.api.storage.TableStore;
import org.aepsych.core.database.Backups;
import org.aepsych.web.main.console.Console;
import org.aepsych.web.main.console.SettingsOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Deletes an experiment for ever. */
@Command(
        name = "wipe",
        mixinStandardHelpOptions = true,
        description = {
            "Deletes an experiment for ever: its log, results and participants; of an adaptive experiment all sessions.",
            "Stop the servers first. A backup of the whole database is written before anything is deleted; nothing else can",
            "bring the experiment back."
        })
final class DbWipeCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Parameters(paramLabel = "EXPERIMENT", description = "Its id; ./aepsych replay list shows them.")
    private String experiment = "";

    @Option(names = "--yes", description = "Do it. Without this, the command only says what it would delete.")
    private boolean yes;

    @Option(
            names = "--backup",
            paramLabel = "FILE",
            description = "Where the backup goes (before-EXPERIMENT-TIME.db in the folder backups of the data folder).")
    private Optional<Path> backup = Optional.empty();

    DbWipeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Databases databases = new Databases(settings);
        try (Storage storage = databases.openExisting()) {
            TableStore tables = Databases.tables(storage);
            List<OpenedStream> streams = storage.streams().list().stream()
                    .filter(stream -> stream.header().experimentId().value().equals(experiment))
                    .toList();
            if (streams.isEmpty()) {
                throw new AepsychException(
                        StandardError.EXPERIMENT_NOT_FOUND,
                        "there is no experiment \"" + experiment + "\"; ./aepsych replay list shows what there is.");
            }
            long messages = streams.stream()
                    .mapToLong(stream -> storage.events().last(stream.id()))
                    .sum();
            String what = streams.size() + (streams.size() == 1 ? " log" : " logs") + " of " + experiment + " with "
                    + messages + " messages";
            if (!yes) {
                console.err().println("aepsych: this would delete " + what + " for ever; give --yes to do it.");
                return 1;
            }
            new BackupFile(console, databases).write(storage, backupFile(), false);
            long rows = streams.stream()
                    .mapToLong(stream -> tables.wipe(stream.id()))
                    .sum();
            console.out().println("deleted " + what + ", " + rows + " rows in all");
            return 0;
        }
    }

    private Path backupFile() throws IOException {
        if (backup.isPresent()) {
            return backup.get();
        }
        Path folder = Backups.folder(settings.load(Map.of()));
        Files.createDirectories(folder);
        return folder.resolve(Backups.name(experiment, InstantSource.system().instant()));
    }
}
