package org.aepsych.storage.jdbc;

import java.util.Optional;
import org.aepsych.api.storage.AccessStore;
import org.aepsych.api.storage.AccountStore;
import org.aepsych.api.storage.EventLog;
import org.aepsych.api.storage.PersonStore;
import org.aepsych.api.storage.ResultTables;
import org.aepsych.api.storage.SnapshotStore;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamStore;

/** A storage in any SQL database that has a {@link Dialect}. */
public final class JdbcStorage implements Storage {
    private final String displayName;
    private final GuardedDatabase database;
    private final StreamStore streams;
    private final EventLog events;
    private final SnapshotStore snapshots;
    private final PersonStore persons;
    private final AccountStore accounts;
    private final AccessStore access;
    private final ResultTables results;

    /**
     * A storage in a database whose schema is up to date; see {@link Migrations}.
     *
     * @param displayName a short name without secrets
     * @param database connections; closed with the storage
     * @param dialect the database's kind
     */
    public JdbcStorage(String displayName, Database database, Dialect dialect) {
        this.displayName = displayName;
        this.database = new GuardedDatabase(database, dialect);
        this.streams = new JdbcStreamStore(this.database, dialect);
        this.events = new JdbcEventLog(this.database, dialect);
        this.snapshots = new JdbcSnapshotStore(this.database);
        this.persons = new JdbcPersonStore(this.database);
        this.accounts = new JdbcAccountStore(this.database, dialect);
        this.access = new JdbcAccessStore(this.database);
        this.results = new JdbcResultTables(this.database);
    }

    @Override
    public StreamStore streams() {
        database.requireOpen();
        return streams;
    }

    @Override
    public EventLog events() {
        database.requireOpen();
        return events;
    }

    @Override
    public SnapshotStore snapshots() {
        database.requireOpen();
        return snapshots;
    }

    @Override
    public PersonStore persons() {
        database.requireOpen();
        return persons;
    }

    @Override
    public AccountStore accounts() {
        database.requireOpen();
        return accounts;
    }

    @Override
    public AccessStore access() {
        database.requireOpen();
        return access;
    }

    @Override
    public Optional<ResultTables> results() {
        database.requireOpen();
        return Optional.of(results);
    }

    @Override
    public String displayName() {
        database.requireOpen();
        return displayName;
    }

    @Override
    public void close() {
        database.close();
    }
}
