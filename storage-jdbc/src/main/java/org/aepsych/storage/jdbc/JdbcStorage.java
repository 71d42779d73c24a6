package org.aepsych.storage.jdbc;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.AccessStore;
import org.aepsych.api.storage.AccountStore;
import org.aepsych.api.storage.EventLog;
import org.aepsych.api.storage.OutboxStore;
import org.aepsych.api.storage.PersonStore;
import org.aepsych.api.storage.PresenceStore;
import org.aepsych.api.storage.ResultTables;
import org.aepsych.api.storage.SnapshotStore;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StorageNews;
import org.aepsych.api.storage.StreamStore;
import org.aepsych.api.storage.TableStore;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

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
    private final OutboxStore outbox;
    private final PresenceStore presence;
    private final ResultTables results;
    private final JdbcTableStore tables;
    private final Dialect dialect;
    private final Optional<PostgresNews> news;
    private final SchemaComments comments;

    /**
     * A storage in a database whose schema is up to date; see {@link Migrations}.
     *
     * @param displayName a short name without secrets
     * @param database connections; closed with the storage
     * @param dialect the database's kind
     * @param comments what the schema says of its tables
     */
    public JdbcStorage(String displayName, Database database, Dialect dialect, SchemaComments comments) {
        this(displayName, database, dialect, comments, Optional.empty());
    }

    private JdbcStorage(
            String displayName,
            Database database,
            Dialect dialect,
            SchemaComments comments,
            Optional<PostgresNews> news) {
        this.news = news;
        Consumer<StreamId> written = stream -> news.ifPresent(others -> others.written(stream));
        this.displayName = displayName;
        this.database = new GuardedDatabase(database, dialect);
        this.streams = new JdbcStreamStore(this.database, dialect, written);
        this.events = new JdbcEventLog(this.database, dialect, written);
        this.snapshots = new JdbcSnapshotStore(this.database);
        this.tables = new JdbcTableStore(this.database, dialect, comments);
        this.persons = new JdbcPersonStore(this.database, tables);
        this.accounts = new JdbcAccountStore(this.database, dialect);
        this.access = new JdbcAccessStore(this.database);
        this.outbox = new JdbcOutboxStore(this.database);
        this.presence = new JdbcPresenceStore(this.database);
        this.results = new JdbcResultTables(this.database);
        this.dialect = dialect;
        this.comments = comments;
    }

    /** A storage into which other servers may write, too. */
    static JdbcStorage shared(
            String displayName, Database database, Dialect dialect, SchemaComments comments, PostgresNews news) {
        return new JdbcStorage(displayName, database, dialect, comments, Optional.of(news));
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
    public Optional<OutboxStore> outbox() {
        database.requireOpen();
        return Optional.of(outbox);
    }

    @Override
    public Optional<PresenceStore> presence() {
        database.requireOpen();
        return news.map(others -> presence);
    }

    @Override
    public Optional<ResultTables> results() {
        database.requireOpen();
        return Optional.of(results);
    }

    @Override
    public Optional<TableStore> tables() {
        database.requireOpen();
        return Optional.of(tables);
    }

    @Override
    public Optional<StorageNews> news() {
        database.requireOpen();
        return news.map(StorageNews.class::cast);
    }

    @Override
    public <T> T snapshot(Function<Storage, T> work) {
        return database.readOnce(handle ->
                handle.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, transaction -> {
                    try (Storage still =
                            new JdbcStorage(displayName, new SnapshotDatabase(transaction), dialect, comments)) {
                        return work.apply(still);
                    }
                }));
    }

    @Override
    public String displayName() {
        database.requireOpen();
        return displayName;
    }

    @Override
    public void close() {
        news.ifPresent(PostgresNews::close);
        database.close();
    }
}
