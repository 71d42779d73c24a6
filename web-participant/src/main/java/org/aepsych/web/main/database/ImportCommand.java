package org.aepsych.web.main.database;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.config.server.ServerSettings;
import org.aepsych.core.imports.ImportHints;
import org.aepsych.core.imports.ImportReport;
import org.aepsych.core.imports.Imports;
import org.aepsych.core.imports.ReadDatabase;
import org.aepsych.core.lifecycle.ImportModule;
import org.aepsych.web.main.console.Console;
import org.aepsych.web.main.console.SettingsOptions;
import org.aepsych.web.main.laboratory.Laboratory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes over what another program has recorded, and checks that program's sums while at it. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Takes over the database of another program, AEPsych's or gamelab's, as experiments of this one. What the other",
            "program computed is computed again and compared. Its file is not changed. Exit code 1 if something came out",
            "differently."
        })
final class ImportCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Parameters(paramLabel = "FILE", description = "The database of the other program.")
    private Path file = Path.of("");

    @Option(names = "--as", paramLabel = "NAME", description = "Id of the new experiment; one is made up if missing.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--check", description = "Read and compare only; nothing is stored.")
    private boolean check;

    @Option(
            names = "--draw-seed",
            paramLabel = "SEED",
            description = "What gamelab's lottery was drawn with: the draw is made again and compared.")
    private Optional<Long> drawSeed = Optional.empty();

    ImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Optional<ExperimentId> wanted = name.map(ImportCommand::id);
        ServerSettings loaded = settings.load(Map.of());
        ReadDatabase read = Laboratory.plugins(loaded.server())
                .createChildInjector(new ImportModule())
                .getInstance(Imports.class)
                .read(file, new ImportHints(drawSeed));
        ImportReport report = read.report();
        print(report);
        if (check) {
            console.out().println("nothing was stored, as --check asks");
        } else {
            try (Laboratory laboratory = Laboratory.open(loaded)) {
                List<ExperimentId> stored = read.store(laboratory.get(Storage.class), wanted);
                console.out()
                        .println("imported as "
                                + stored.stream().map(ExperimentId::toString).collect(Collectors.joining(", ")));
            }
        }
        return report.differences().isEmpty() ? 0 : 1;
    }

    private void print(ImportReport report) {
        console.out().println(file + ": " + report.summary());
        report.tables()
                .forEach(table -> console.out()
                        .println("  " + table.table() + ": " + table.agreeing() + " of " + table.rows()
                                + " rows agree"));
        report.differences()
                .forEach(difference -> console.out()
                        .println("DIFFERENT  " + difference.table() + ", " + difference.key() + ": stored "
                                + difference.stored() + ", recomputed " + difference.recomputed()));
        report.notes().forEach(note -> console.out().println("note: " + note));
    }

    private static ExperimentId id(String text) {
        try {
            return new ExperimentId(text);
        } catch (IllegalArgumentException e) {
            throw new AepsychException(StandardError.INPUT_INVALID, "--as: " + e.getMessage(), e);
        }
    }
}
