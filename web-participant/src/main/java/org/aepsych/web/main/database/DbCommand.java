package org.aepsych.web.main.database;

import com.google.inject.Injector;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.adaptive.recorded.SessionSummary;
import org.aepsych.core.adaptive.recorded.TrialTable;
import org.aepsych.core.adaptive.session.AdaptiveProtocol;
import org.aepsych.core.config.server.ServerSettings;
import org.aepsych.core.lifecycle.ImportModule;
import org.aepsych.web.main.console.Console;
import org.aepsych.web.main.console.SettingsOptions;
import org.aepsych.web.main.laboratory.Laboratory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks into databases. Takes the options of AEPsych's {@code aepsych_database}; further work is done by subcommands. */
@Command(
        name = "db",
        mixinStandardHelpOptions = true,
        description = {
            "Looks into databases, with the options of AEPsych's aepsych_database.",
            "  ./aepsych db --db FILE --tocsv OUT      writes all trials as one table",
            "  ./aepsych db --db FILE --summarize      lists the sessions",
            "  ./aepsych db --combine DIR --db OUT     copies all databases of a folder into a new one",
            "FILE may also be a database of AEPsych's own server. Nothing but OUT is changed.",
            "Commands below work on the database of the settings, of any kind."
        })
final class DbCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Option(names = "--tocsv", paramLabel = "OUT", description = "Write all trials of adaptive sessions to a CSV file.")
    private Optional<Path> csv = Optional.empty();

    @Option(names = "--summarize", description = "List the adaptive sessions.")
    private boolean summarize;

    @Option(
            names = "--combine",
            paramLabel = "DIR",
            description = "Copy every *.db file in the folder and the folders in it into the new file given with --db.")
    private Optional<Path> combine = Optional.empty();

    @Option(
            names = "--exclude",
            arity = "0..*",
            paramLabel = "FILE",
            description = "With --combine: leave these files out. May be repeated.")
    private List<Path> exclude = new ArrayList<>();

    DbCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ServerSettings loaded = settings.load(Map.of());
        Injector plugins = Laboratory.plugins(loaded.server()).createChildInjector(new ImportModule());
        try (DatabaseFiles files = new DatabaseFiles(plugins)) {
            if (combine.isPresent()) {
                Path out = settings.database()
                        .orElseThrow(() -> new AepsychException(
                                StandardError.INPUT_INVALID, "--combine needs --db OUT, the file to be created."));
                return new Combination(console, files).combine(combine.get(), exclude, out);
            }
            if (!summarize && csv.isEmpty()) {
                throw new AepsychException(
                        StandardError.INPUT_INVALID,
                        "nothing to do: expected --tocsv OUT, --summarize or --combine DIR; ./aepsych db --help");
            }
            AdaptiveProtocol protocol = plugins.getInstance(AdaptiveProtocol.class);
            if (loaded.server().storage().equals("sqlite")) {
                Path file = Path.of(loaded.withStorages(Laboratory.storageSchemas(
                                plugins.getInstance(org.aepsych.core.plugin.Extensions.class)))
                        .storage()
                        .text("path")
                        .orElseThrow());
                DatabaseFiles.Opened opened = files.read(file);
                opened.notes().forEach(note -> console.err().println("note: " + note));
                return look(opened.storage(), protocol, file.toString());
            }
            try (Laboratory laboratory = Laboratory.open(loaded)) {
                Storage storage = laboratory.get(Storage.class);
                return look(storage, protocol, storage.displayName());
            }
        }
    }

    private int look(Storage storage, AdaptiveProtocol protocol, String name) throws IOException {
        if (summarize) {
            SummaryTable.print(SessionSummary.all(storage, protocol), console.out());
        } else {
            Path out = csv.orElseThrow();
            long trials = write(new TrialTable(storage, protocol), out);
            console.out().println("Exported contents of " + name + " to " + out + " (" + trials + " trials)");
        }
        return 0;
    }

    /** The file appears only when it is complete. */
    private static long write(TrialTable table, Path out) throws IOException {
        Path whole = out.toAbsolutePath();
        Path folder = Optional.ofNullable(whole.getParent()).orElse(whole);
        if (!Files.isDirectory(folder) || Files.isDirectory(whole)) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "--tocsv expects a file in a folder that exists, but found " + out + ".");
        }
        Path part = Files.createTempFile(folder, ".aepsych", ".csv");
        try {
            long trials;
            try (BufferedWriter writer = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                trials = table.writeCsv(writer);
            }
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
            return trials;
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
