package org.aepsych.core.database;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StorageFactory;
import org.aepsych.core.config.server.ServerSettings;
import org.aepsych.core.plugin.Extensions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Backups that the running server takes before it deletes something: the whole database in one SQLite file, compared with
 * the database, in the folder {@code backups} of the data folder. Thread-safe.
 */
public final class Backups {
    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final String FILES = "sqlite";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Storage storage;
    private final Optional<StorageFactory> files;
    private final Path folder;
    private final InstantSource clock;

    /**
     * Prepares backups.
     *
     * @param storage what is backed up
     * @param extensions has the storage that makes the files
     * @param settings say where the data folder is
     * @param clock names the files
     */
    @Inject
    public Backups(Storage storage, Extensions extensions, ServerSettings settings, InstantSource clock) {
        this.storage = storage;
        this.files = extensions.storage(FILES);
        this.folder = folder(settings);
        this.clock = clock;
    }

    /**
     * Returns where backups go by themselves.
     *
     * @param settings say where the data folder is
     * @return a folder, which need not exist yet
     */
    public static Path folder(ServerSettings settings) {
        return settings.server().data().resolve("backups").toAbsolutePath().normalize();
    }

    /**
     * Names the backup that is taken before an experiment is deleted.
     *
     * @param experiment its id
     * @param now when
     * @return name of a file
     */
    public static String name(String experiment, Instant now) {
        return "before-" + experiment.replaceAll("[^A-Za-z0-9_-]", "_") + "-" + TIME.format(now) + ".db";
    }

    /**
     * Returns where backups go.
     *
     * @return a folder; empty if the storage does not show its tables, so that nothing can be backed up
     */
    public Optional<Path> folder() {
        return files.filter(factory -> storage.tables().isPresent()).map(factory -> folder);
    }

    /**
     * Takes a backup before something of an experiment is deleted.
     *
     * @param experiment which
     * @return the file, complete and compared; empty if the storage does not show its tables
     * @throws AepsychException {@code BACKUP_FAILED} if it cannot be written; there is no file then
     */
    public Optional<Path> before(ExperimentId experiment) {
        return files.filter(factory -> storage.tables().isPresent()).map(factory -> take(factory, experiment));
    }

    private Path take(StorageFactory factory, ExperimentId experiment) {
        Path file = folder.resolve(name(experiment.value(), clock.instant()));
        try {
            Files.createDirectories(folder);
            Path work = Files.createTempDirectory(folder, ".aepsych-backup");
            try {
                Path part = work.resolve("backup.db");
                CopyReport report;
                try (Storage target = factory.open(new AtPath(part))) {
                    report = DatabaseCopy.whole(storage, target).run(CopyProgress.SILENT);
                }
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
                LOG.info("{} rows were backed up to {}", report.allRows(), file);
                return file;
            } finally {
                delete(work);
            }
        } catch (IOException | UncheckedIOException | AepsychException e) {
            LOG.error("no backup before something is deleted of {}", experiment, e);
            throw new AepsychException(
                    StandardError.BACKUP_FAILED,
                    "No backup could be written to " + folder + ", so nothing was deleted: " + e.getMessage(),
                    e);
        }
    }

    private static void delete(Path work) throws IOException {
        List<Path> entries;
        try (Stream<Path> found = Files.walk(work)) {
            entries = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path entry : entries) {
            Files.delete(entry);
        }
    }

    /** Settings that say where the file is and nothing else. */
    private record AtPath(Path file) implements ConfigSection {
        @Override
        public String name() {
            return "storage." + FILES;
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
