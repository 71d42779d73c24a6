package org.aepsych.core.imports;

import org.aepsych.api.foreign.ForeignDatabase;

/** Understands the databases of one other program. Thread-safe. */
public interface Importer {
    /**
     * Returns the program's name.
     *
     * @return as people write it
     */
    String program();

    /**
     * Tells by its tables whether a database was written by the program, of whatever version.
     *
     * @param database open
     * @return true if nobody else has such tables
     */
    boolean recognises(ForeignDatabase database);

    /**
     * Reads everything that can be taken over, and computes again what the other program computed. Nothing is written.
     *
     * @param database one that is recognised
     * @param hints what the importing person knows beyond the file
     * @return what was read
     * @throws org.aepsych.api.AepsychException {@code UNSUPPORTED} if a newer version wrote it; {@code INPUT_INVALID} if
     *     it is damaged
     */
    ReadDatabase read(ForeignDatabase database, ImportHints hints);
}
