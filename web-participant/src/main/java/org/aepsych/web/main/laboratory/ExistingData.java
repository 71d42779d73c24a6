package org.aepsych.web.main.laboratory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.core.config.server.ServerSettings;

/**
 * Whether the database file of the settings is there. Opening one that is not makes it, and it is empty: right for a
 * server that begins, and not what somebody means who wants to look into their data and mistypes the folder.
 */
public final class ExistingData {
    private static final int MOST_NAMES = 8;
    private static final String SQLITE = "sqlite";

    private ExistingData() {}

    /**
     * Refuses settings whose database would have to be made.
     *
     * @param settings as read
     * @return the same settings
     * @throws AepsychException {@code INPUT_INVALID} naming the folder and what is in it
     */
    public static ServerSettings require(ServerSettings settings) {
        missing(settings).ifPresent(file -> {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "there is no database " + file + ": " + around(file)
                            + ". Say with --data DIR or --db FILE where the data is.");
        });
        return settings;
    }

    /**
     * Returns the database file that opening would make.
     *
     * @param settings as read
     * @return empty if it is there, or if the storage is no file: servers of databases know by themselves what they have
     */
    public static Optional<Path> missing(ServerSettings settings) {
        return settings.server().storage().equals(SQLITE)
                ? settings.storage().text("path").map(Path::of).filter(file -> !Files.exists(file))
                : Optional.empty();
    }

    private static String around(Path file) {
        Path folder = Optional.ofNullable(file.getParent()).orElse(file);
        if (!Files.isDirectory(folder)) {
            return "there is no folder " + folder;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<String> names = entries.map(ExistingData::name)
                    .sorted()
                    .limit(MOST_NAMES + 1L)
                    .toList();
            if (names.isEmpty()) {
                return "the folder " + folder + " is empty";
            }
            return "the folder " + folder + " has "
                    + String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMES)))
                    + (names.size() > MOST_NAMES ? " and more" : "");
        } catch (IOException e) {
            return "the folder " + folder + " cannot be read (" + e.getMessage() + ")";
        }
    }

    private static String name(Path entry) {
        return entry.getFileName() + (Files.isDirectory(entry) ? "/" : "");
    }
}
