package org.aepsych.web.main.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.core.config.server.ServerSettings;
import org.aepsych.core.export.Bundle;
import org.aepsych.core.export.ExportFormat;
import org.aepsych.core.export.ExportReport;
import org.aepsych.core.export.ExportRequest;
import org.aepsych.core.export.Exports;
import org.aepsych.web.main.console.Console;
import org.aepsych.web.main.console.RowCounter;
import org.aepsych.web.main.console.SettingsOptions;
import org.aepsych.web.main.laboratory.ExistingData;
import org.aepsych.web.main.laboratory.Laboratory;
import org.aepsych.web.main.laboratory.ThrowawayCopy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** An experiment as tidy tables. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes an experiment as tidy tables: participants, rounds, plays, payoffs or trials, and events, with a data",
            "dictionary, Psych-DS metadata, and checksums. A server may be running; the same log gives the same bytes.",
            "  ./aepsych export prisoners --format csv --format parquet",
            "Participants are numbers, unless --identifiers says otherwise."
        })
final class ExportCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Parameters(
            paramLabel = "EXPERIMENT",
            description = "Its id, or the number of one of its logs; ./aepsych replay list shows both.")
    private String experiment = "";

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "csv (which is what you get by default), jsonl or parquet. May be repeated.")
    private List<ExportFormat> formats = List.of(ExportFormat.CSV);

    @Option(
            names = {"-o", "--out"},
            paramLabel = "PATH",
            description = "New folder, or new file that ends with .zip (EXPERIMENT-export in this folder).")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--identifiers", description = "Also write who the participants are.")
    private boolean identifiers;

    @Option(
            names = "--thresholds",
            description =
                    "Of an adaptive experiment, also write where the model of each session sees the threshold. Each"
                            + " model is fitted for that, which takes up to a second.")
    private boolean thresholds;

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path target =
                out.orElse(Path.of(experiment + "-export")).toAbsolutePath().normalize();
        Path folder = target.getParent();
        if (Files.exists(target) || folder == null || !Files.isDirectory(folder)) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "--out: expected a new path in a folder that exists, but found " + target + ".");
        }
        ServerSettings own = ExistingData.require(settings.load(Map.of()));
        ExportRequest request = new ExportRequest(EnumSet.copyOf(formats), identifiers, thresholds);
        long begun = System.nanoTime();
        Path work = Files.createTempDirectory(folder, ".aepsych-export");
        ExportReport report;
        try (Laboratory laboratory = Laboratory.open(own)) {
            Path part = work.resolve("part");
            report = write(laboratory, request, part, target.toString().endsWith(".zip"));
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            ThrowawayCopy.delete(work);
        }
        console.out()
                .println(String.format(
                        Locale.ROOT,
                        "wrote %d rows in %d files to %s in %.1f seconds",
                        report.rows(),
                        report.files().size() + 1,
                        target,
                        (System.nanoTime() - begun) / 1e9));
        return 0;
    }

    private ExportReport write(Laboratory laboratory, ExportRequest request, Path part, boolean zip)
            throws IOException {
        ExperimentId wanted = wanted(laboratory.get(Storage.class));
        RowCounter counter = new RowCounter(console.err());
        try (Bundle bundle = zip ? Bundle.zip(stream(part)) : Bundle.folder(part)) {
            return laboratory.get(Exports.class).write(wanted, request, bundle, counter::written);
        } finally {
            counter.end();
        }
    }

    /** An id may look like the number of a log; then the id is meant. */
    private ExperimentId wanted(Storage storage) {
        List<OpenedStream> logs = storage.streams().list();
        boolean isId = logs.stream()
                .anyMatch(log -> log.header().experimentId().value().equals(experiment));
        return logs.stream()
                .filter(log -> !isId && log.id().toString().equals(experiment))
                .map(log -> log.header().experimentId())
                .findFirst()
                .orElseGet(() -> new ExperimentId(experiment));
    }

    private static OutputStream stream(Path file) throws IOException {
        return Files.newOutputStream(file);
    }
}
