package org.aepsych.api.foreign;

import java.nio.file.Path;
import java.util.Optional;

/** Opens database files of one format. Thread-safe. */
public interface ForeignDatabaseFactory {
    /**
     * Returns the format.
     *
     * @return what people call it
     */
    String format();

    /**
     * Opens a file without changing it.
     *
     * @param file an existing file
     * @return the database, or empty if the file has another format
     * @throws org.aepsych.api.AepsychException {@code INPUT_INVALID} if the file has this format but cannot be read
     */
    Optional<ForeignDatabase> open(Path file);
}
