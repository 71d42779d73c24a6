package org.aepsych.storage.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.StorageNews;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Word between servers by {@code NOTIFY}. It is given after the commit and on a connection of its own, since PostgreSQL
 * lets transactions that notify commit only one after another; a server that dies in between is made up for by looking
 * at the log itself every few seconds, which also covers the time when the database was away.
 */
final class PostgresNews implements StorageNews, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresNews.class);
    private static final Duration LISTENING = Duration.ofSeconds(2);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final StreamId END = new StreamId(Long.MAX_VALUE);

    private final String url;
    private final Properties account;
    private final String schema;
    private final String channel;
    private final String self = UUID.randomUUID().toString().substring(0, 8);
    private final List<Consumer<StreamId>> listeners = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<StreamId> written = new LinkedBlockingQueue<>();
    private final Thread listening = new Thread(this::listen, "storage-news-in");
    private final Thread telling = new Thread(this::tell, "storage-news-out");
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;
    private volatile Optional<Connection> heard = Optional.empty();

    /** Rows up to this one were seen two looks ago; numbers are given before commits, so a look may miss some. */
    private long seen = -1;

    private long seenNow = -1;

    PostgresNews(String url, Properties account, String schema) {
        this.url = url;
        this.account = (Properties) account.clone();
        this.schema = schema;
        this.channel = "aepsych_" + schema;
    }

    PostgresNews start() {
        listening.setDaemon(true);
        telling.setDaemon(true);
        listening.start();
        telling.start();
        return this;
    }

    /** Passes the word on; returns at once. */
    void written(StreamId stream) {
        written.add(stream);
    }

    @Override
    public Subscription listen(Consumer<StreamId> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tell() {
        Set<StreamId> streams = new HashSet<>();
        while (!closed) {
            try (Connection connection = connect()) {
                while (!closed) {
                    streams.add(written.take());
                    List<StreamId> more = new ArrayList<>();
                    written.drainTo(more);
                    streams.addAll(more);
                    tell(connection, streams);
                    streams.clear();
                    works("told");
                }
            } catch (SQLException e) {
                pause("told", e);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void tell(Connection connection, Set<StreamId> streams) throws SQLException {
        try (PreparedStatement notify = connection.prepareStatement("SELECT pg_notify(?, ?)")) {
            for (StreamId stream : streams) {
                if (!stream.equals(END)) {
                    notify.setString(1, channel);
                    notify.setString(2, self + ":" + stream.value());
                    notify.execute();
                }
            }
        }
    }

    private void listen() {
        while (!closed) {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                heard = Optional.of(connection);
                statement.execute("LISTEN " + TableSql.quoted(channel));
                works("heard");
                PGConnection postgres = connection.unwrap(PGConnection.class);
                while (!closed) {
                    look(connection).forEach(this::announce);
                    hear(postgres.getNotifications((int) LISTENING.toMillis()));
                }
            } catch (SQLException e) {
                pause("heard", e);
            }
        }
    }

    private void hear(PGNotification[] notifications) {
        Set<StreamId> streams = new HashSet<>();
        for (PGNotification each : notifications) {
            String[] parts = each.getParameter().split(":", -1);
            if (parts.length == 2 && !parts[0].equals(self)) {
                streams.add(new StreamId(Long.parseLong(parts[1])));
            }
        }
        streams.forEach(this::announce);
    }

    private Set<StreamId> look(Connection connection) throws SQLException {
        Set<StreamId> streams = new HashSet<>();
        long newest;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT coalesce(max(unique_id), 0) FROM replay_data")) {
            rows.next();
            newest = rows.getLong(1);
        }
        if (seen >= 0 && newest > seen) {
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT DISTINCT master_table_id FROM replay_data WHERE unique_id > ?")) {
                query.setLong(1, seen);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        streams.add(new StreamId(rows.getLong(1)));
                    }
                }
            }
        }
        seen = seenNow >= 0 ? seenNow : newest;
        seenNow = newest;
        return streams;
    }

    private void announce(StreamId stream) {
        listeners.forEach(listener -> {
            try {
                listener.accept(stream);
            } catch (RuntimeException e) {
                LOG.warn("a listener failed on news of stream {}", stream, e);
            }
        });
    }

    private Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(url, account);
        try {
            connection.setSchema(schema);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET synchronous_commit = off");
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void works(String what) {
        if (failing.remove(what)) {
            LOG.warn("other servers are {} again of what is written", what);
        }
    }

    private void pause(String what, SQLException failure) {
        if (closed) {
            return;
        }
        if (failing.add(what)) {
            LOG.warn(
                    "other servers cannot be {} of what is written; trying again every second until they can: {}",
                    what,
                    ShownAddress.of(String.valueOf(failure.getMessage())));
        }
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_FAILURE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    /** Ends both threads; the one that listens wakes up as its connection is gone. */
    @Override
    public void close() {
        closed = true;
        written.add(END);
        heard.ifPresent(connection -> {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("the listening connection was gone already", e);
            }
        });
    }
}
