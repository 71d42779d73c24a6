package org.aepsych.web.main;

import java.util.List;
import java.util.concurrent.Callable;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.api.storage.TableStore;
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
            "Stop the servers first. Nothing can bring it back but a backup: ./aepsych db backup FILE"
        })
final class DbWipeCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Parameters(paramLabel = "EXPERIMENT", description = "Its id; ./aepsych replay list shows them.")
    private String experiment = "";

    @Option(names = "--yes", description = "Do it. Without this, the command only says what it would delete.")
    private boolean yes;

    DbWipeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Storage storage = new Databases(settings).open()) {
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
            long rows = streams.stream()
                    .mapToLong(stream -> tables.wipe(stream.id()))
                    .sum();
            console.out().println("deleted " + what + ", " + rows + " rows in all");
            return 0;
        }
    }
}
