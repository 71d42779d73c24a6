package org.aepsych.storage.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StorageFactory;

/** Opens storages in a PostgreSQL database, which several servers may share. */
public final class PostgresStorageFactory implements StorageFactory {
    static final ConfigOption<String> URL = ConfigOption.text(
            "url", "Address of the database: jdbc:postgresql://HOST:PORT/DATABASE, without password.");
    static final ConfigOption<String> USER =
            ConfigOption.text("user", "Role that owns the schema.").orElse("aepsych");
    static final ConfigOption<String> PASSWORD =
            ConfigOption.text("password", "Password of that role.").orElse("").asSecret();
    static final ConfigOption<String> SCHEMA = ConfigOption.text("schema", "Schema of the tables, created if needed.")
            .orElse("public");
    static final ConfigOption<Integer> CONNECTIONS = ConfigOption.whole(
                    "connections", "Most connections at the same time, from 2.")
            .orElse(10);
    static final ConfigOption<Integer> STARTUP_SECONDS = ConfigOption.whole(
                    "startup_seconds", "How long to wait for the database at the start, from 1.")
            .orElse(30);
    static final ConfigOption<Integer> WAIT_SECONDS = ConfigOption.whole(
                    "wait_seconds", "How long a request may wait for a free connection, from 1.")
            .orElse(10);

    static final ConfigOption<Integer> STATEMENT_SECONDS = ConfigOption.whole(
                    "statement_seconds", "How long a statement may take before it is given up, from 1.")
            .orElse(60);

    /** Creates the factory; opening is what connects. */
    @Inject
    public PostgresStorageFactory() {}

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public ConfigSchema configSchema() {
        return ConfigSchema.of(
                URL, USER, PASSWORD, SCHEMA, CONNECTIONS, STARTUP_SECONDS, WAIT_SECONDS, STATEMENT_SECONDS);
    }

    @Override
    public Storage open(ConfigSection config) {
        HikariDataSource pool = connect(config);
        try {
            Dialect dialect = new PostgresDialect();
            SchemaComments comments = Migrations.apply(pool, dialect, config.get(SCHEMA));
            Duration patience = Duration.ofSeconds(atLeast(config, WAIT_SECONDS, 1));
            Database database = new PooledDatabase(pool, patience);
            PostgresNews news = new PostgresNews(url(config), account(config), config.get(SCHEMA));
            return JdbcStorage.shared(displayName(pool), database, dialect, comments, news.start());
        } catch (RuntimeException | Error e) {
            pool.close();
            throw e;
        }
    }

    private static HikariDataSource connect(ConfigSection config) {
        HikariConfig settings = new HikariConfig();
        settings.setPoolName("storage-postgresql");
        settings.setJdbcUrl(url(config));
        settings.setUsername(config.get(USER));
        settings.setPassword(config.get(PASSWORD));
        settings.setSchema(config.get(SCHEMA));
        settings.setMaximumPoolSize(atLeast(config, CONNECTIONS, 2));
        settings.setConnectionTimeout(
                Duration.ofSeconds(atLeast(config, WAIT_SECONDS, 1)).toMillis());
        int startup = atLeast(config, STARTUP_SECONDS, 1);
        Properties account = account(config);
        account.stringPropertyNames().forEach(name -> settings.addDataSourceProperty(name, account.getProperty(name)));
        settings.addDataSourceProperty(
                "options", "-c statement_timeout=" + 1000L * atLeast(config, STATEMENT_SECONDS, 1));
        try {
            DatabaseWait.until(url(config), account, Duration.ofSeconds(startup));
            return new HikariDataSource(settings);
        } catch (PoolInitializationException | SQLException e) {
            throw new AepsychException(
                    StandardError.STORAGE_UNAVAILABLE,
                    "[" + config.name() + "] url: no connection to " + ShownAddress.of(config.get(URL)) + " as user "
                            + config.get(USER) + " within " + startup
                            + " seconds; is the database running, and are user and password right? "
                            + reason(e),
                    e);
        }
    }

    private static Properties account(ConfigSection config) {
        Properties account = new Properties();
        account.setProperty("user", config.get(USER));
        account.setProperty("password", config.get(PASSWORD));
        account.setProperty("ApplicationName", "aepsych");
        account.setProperty("tcpKeepAlive", "true");
        // The detail of an error repeats values, which may be personal.
        account.setProperty("logServerErrorDetail", "false");
        return account;
    }

    private static String url(ConfigSection config) {
        String url = config.get(URL);
        if (!url.startsWith("jdbc:postgresql:")) {
            throw problem(
                    config,
                    URL,
                    "expected an address that begins with jdbc:postgresql:, but found \"" + ShownAddress.of(url)
                            + "\"");
        }
        if (ShownAddress.holdsPassword(url)) {
            throw problem(config, URL, "holds a password; give it as option password, which is masked in logs");
        }
        return url;
    }

    private static int atLeast(ConfigSection config, ConfigOption<Integer> option, int least) {
        int value = config.get(option);
        if (value < least) {
            throw problem(config, option, "expected a whole number from " + least + ", but found " + value);
        }
        return value;
    }

    private static ConfigException problem(ConfigSection config, ConfigOption<?> option, String message) {
        return new ConfigException(config.problem(option.key(), message));
    }

    private static String reason(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return "(" + ShownAddress.of(String.valueOf(deepest.getMessage())) + ")";
    }

    private static String displayName(HikariDataSource pool) {
        try (Connection connection = pool.getConnection()) {
            return connection.getCatalog();
        } catch (SQLException e) {
            throw new AepsychException(
                    StandardError.STORAGE_UNAVAILABLE, "PostgreSQL did not tell the name of the database.", e);
        }
    }
}
