package org.aepsych.core.imports;

import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.foreign.ForeignDatabase;
import org.aepsych.api.foreign.ForeignDatabaseFactory;

/** Reads files of other programs, of whatever kind they are. Thread-safe. */
public final class Imports {
    private static final String OWN_TABLE = "replay_data";
    private static final String OWN_COLUMN = "hash";

    private final Map<String, ForeignDatabaseFactory> formats;
    private final Set<Importer> importers;

    /**
     * Takes what can be read.
     *
     * @param formats opens files
     * @param importers understand what is in them
     */
    @Inject
    public Imports(Map<String, ForeignDatabaseFactory> formats, Set<Importer> importers) {
        this.formats = Map.copyOf(formats);
        this.importers = Set.copyOf(importers);
    }

    /**
     * Reads a file; it is not changed.
     *
     * @param file a database of another program
     * @param hints what the importing person knows beyond the file
     * @return what was read
     * @throws AepsychException {@code INPUT_INVALID} with a sentence that says what is wrong with the file;
     *     {@code UNSUPPORTED} if a newer version of the program wrote it
     */
    public ReadDatabase read(Path file, ImportHints hints) {
        if (!Files.isRegularFile(file)) {
            throw new AepsychException(StandardError.INPUT_INVALID, "there is no file " + file);
        }
        try (ForeignDatabase database = open(file)) {
            return importer(file, database).read(database, hints);
        }
    }

    /**
     * Tells whether another program wrote a file.
     *
     * @param file an existing file
     * @return true if it can be read here; false if this program wrote it, or nobody who is known
     */
    public boolean isForeign(Path file) {
        try (ForeignDatabase database = open(file)) {
            return !database.columns(OWN_TABLE).contains(OWN_COLUMN)
                    && importers.stream().anyMatch(known -> known.recognises(database));
        }
    }

    private ForeignDatabase open(Path file) {
        return formats.values().stream()
                .map(format -> format.open(file))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new AepsychException(
                        StandardError.INPUT_INVALID,
                        file + " is not a database file; expected one of " + new TreeSet<>(formats.keySet())));
    }

    private Importer importer(Path file, ForeignDatabase database) {
        if (database.columns(OWN_TABLE).contains(OWN_COLUMN)) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    file + " is a database of this program already; open it with --db " + file);
        }
        return importers.stream()
                .filter(known -> known.recognises(database))
                .findFirst()
                .orElseThrow(() -> new AepsychException(
                        StandardError.INPUT_INVALID,
                        file + " is not a database of " + programs() + "; its tables are " + database.tables()));
    }

    private String programs() {
        return importers.stream().map(Importer::program).sorted().collect(Collectors.joining(" or "));
    }
}
