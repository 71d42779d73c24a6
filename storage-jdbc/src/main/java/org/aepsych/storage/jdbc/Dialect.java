package org.aepsych.storage.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;

/** What differs between databases; everything else is one set of statements for all. Thread-safe. */
public interface Dialect {
    /**
     * Returns the database's name for messages.
     *
     * @return such as {@code SQLite}
     */
    String name();

    /**
     * Returns where the ordered SQL files lie.
     *
     * @return folder on the class path of this dialect's class, without a slash at its ends
     */
    String migrations();

    /**
     * Returns the clause that keeps a selected row from being locked by others until the transaction ends.
     *
     * @return a clause for the end of a query; empty if a writing transaction locks the whole database
     */
    String rowLock();

    /**
     * Returns what makes streams appear in the order of their numbers: clients know a session by its place in the list,
     * so none may appear before one that is there already.
     *
     * @return a query that lets one transaction at a time open streams, until that transaction ends; empty if a writing
     *     transaction locks the whole database
     */
    Optional<String> openingLock();

    /**
     * Returns how texts are ordered by their bytes.
     *
     * @return a clause behind a column in an order; empty if they are anyway
     */
    String byteOrder();

    /**
     * Returns how many rows one statement should write.
     *
     * @param columns how many columns the rows have
     * @return from 1
     */
    int rowsAtOnce(int columns);

    /**
     * Returns what tidies the database up.
     *
     * @return statements, each outside of a transaction
     */
    List<String> vacuum();

    /**
     * Returns what makes numbers of new rows larger than those that are there.
     *
     * @param table the table
     * @param column its column of numbers
     * @return a statement or query; empty if the database does so by itself
     */
    Optional<String> settle(String table, String column);

    /**
     * Returns queries that describe the database.
     *
     * @return what it is, and a query for one text
     */
    Map<String, String> facts();

    /**
     * Tells whether a failure is a primary or unique key that exists already.
     *
     * @param failure one exception, without regard to what is chained to it
     * @return whether it is
     */
    boolean isDuplicateKey(SQLException failure);

    /**
     * Returns what an administrator can do if a database cannot be opened.
     *
     * @param failure what the database said
     * @return what to do, as the end of a sentence, such as {@code make room on the disk}; empty if it is not known
     */
    Optional<String> advice(SQLException failure);

    /**
     * Tells whether a failed statement met a key that exists already.
     *
     * @param failure what JDBI threw
     * @return whether any exception of its chain says so
     */
    default boolean isDuplicateKey(JdbiException failure) {
        if (failure.getCause() instanceof SQLException cause) {
            for (Throwable each : cause) {
                if (each instanceof SQLException sql && isDuplicateKey(sql)) {
                    return true;
                }
            }
        }
        return false;
    }
}
