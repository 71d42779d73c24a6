package org.aepsych.core.database;

/** Is told how far work on a database has come. */
@FunctionalInterface
public interface CopyProgress {
    /** Tells nobody. */
    CopyProgress SILENT = (step, done, total) -> {};

    /**
     * Something was done.
     *
     * @param step what is being done, for people
     * @param done rows done so far
     * @param total rows there are to do; done never exceeds it
     */
    void advanced(String step, long done, long total);
}
