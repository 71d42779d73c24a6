package org.aepsych.web.main.database;

import com.google.inject.Injector;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.imports.ImportHints;
import org.aepsych.core.imports.Imports;
import org.aepsych.core.imports.ReadDatabase;
import org.aepsych.core.plugin.Extensions;
import org.aepsych.web.main.laboratory.ThrowawayCopy;

/**
 * Opens database files as storages without changing them: this program's own on a copy, another program's as what its
 * import gives. Everything made for that is deleted when this is closed.
 */
final class DatabaseFiles implements Closeable {
    private final Extensions extensions;
    private final Imports imports;
    private final Deque<Closeable> open = new ArrayDeque<>();

    DatabaseFiles(Injector plugins) {
        this.extensions = plugins.getInstance(Extensions.class);
        this.imports = plugins.getInstance(Imports.class);
    }

    /**
     * An open file.
     *
     * @param storage what is in it
     * @param notes sentences on what could not be taken over from another program
     */
    record Opened(Storage storage, List<String> notes) {
        Opened {
            notes = List.copyOf(notes);
        }
    }

    /** Opens an existing file for reading. */
    Opened read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new AepsychException(StandardError.INPUT_INVALID, "there is no database " + file + ".");
        }
        if (imports.isForeign(file)) {
            ReadDatabase read = imports.read(file, ImportHints.NONE);
            Storage storage = keep(sqlite(folder().resolve("imported.db")));
            var unused = read.store(storage, Optional.empty());
            return new Opened(storage, read.report().notes());
        }
        ThrowawayCopy copy = ThrowawayCopy.of(file);
        open.push(copy);
        return new Opened(keep(sqlite(copy.file())), List.of());
    }

    /** Creates a file. */
    Storage create(Path file) {
        if (Files.exists(file)) {
            throw new AepsychException(StandardError.INPUT_INVALID, "Output path " + file + " already exists.");
        }
        return keep(sqlite(file));
    }

    private Storage keep(Storage storage) {
        open.push(storage::close);
        return storage;
    }

    private Path folder() {
        try {
            Path folder = Files.createTempDirectory("aepsych-database");
            open.push(() -> ThrowawayCopy.delete(folder));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create a temporary folder", e);
        }
    }

    private Storage sqlite(Path file) {
        return extensions.storage("sqlite").orElseThrow().open(new AtPath(file.toAbsolutePath()));
    }

    @Override
    public void close() throws IOException {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    /** Settings that say where the file is and nothing else. */
    private record AtPath(Path file) implements ConfigSection {
        @Override
        public String name() {
            return "storage.sqlite";
        }

        @Override
        public Optional<String> text(String key) {
            return key.equals("path") ? Optional.of(file.toString()) : Optional.empty();
        }

        @Override
        public Set<String> ownKeys() {
            return Set.of("path");
        }
    }
}
