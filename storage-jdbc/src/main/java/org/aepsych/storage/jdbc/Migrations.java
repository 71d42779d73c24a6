package org.aepsych.storage.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import javax.sql.DataSource;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a database's schema to the state that this program knows, by ordered and checksummed SQL files. */
public final class Migrations {
    /** Two servers that start at the same moment may trip over each other once; then the schema is there. */
    private static final int ATTEMPTS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private Migrations() {}

    /**
     * Applies what is missing to a database that has only one schema.
     *
     * @param source connections that may change the schema
     * @param dialect where the files are
     * @return what the files say of the tables
     * @throws AepsychException {@code STORAGE_UNAVAILABLE} if the database is newer than this program, was not made
     *     by it, or a file failed
     */
    public static SchemaComments apply(DataSource source, Dialect dialect) {
        return apply(configuration(source, dialect), dialect);
    }

    /**
     * Applies what is missing to one schema of a database, creating the schema if needed.
     *
     * @param source connections that may change the schema
     * @param dialect where the files are
     * @param schema name of the schema
     * @return what the files say of the tables
     * @throws AepsychException {@code STORAGE_UNAVAILABLE} if the schema is newer than this program, was not made by
     *     it, or a file failed
     */
    public static SchemaComments apply(DataSource source, Dialect dialect, String schema) {
        return apply(configuration(source, dialect).schemas(schema).defaultSchema(schema), dialect);
    }

    private static FluentConfiguration configuration(DataSource source, Dialect dialect) {
        return Flyway.configure(dialect.getClass().getClassLoader())
                .dataSource(source)
                .locations("classpath:" + dialect.migrations())
                .validateMigrationNaming(true)
                .failOnMissingLocations(true);
    }

    private static SchemaComments apply(FluentConfiguration configuration, Dialect dialect) {
        for (int attempt = 1; ; attempt++) {
            try {
                Flyway flyway = configuration.load();
                refuseNewer(flyway.info().applied(), dialect);
                flyway.migrate();
                return comments(flyway, dialect);
            } catch (FlywayException e) {
                if (attempt == ATTEMPTS || said(e).flatMap(dialect::advice).isPresent()) {
                    throw new AepsychException(StandardError.STORAGE_UNAVAILABLE, refusal(e, dialect), e);
                }
                LOG.debug("attempt {} to bring the schema up to date failed", attempt, e);
            }
        }
    }

    private static String refusal(FlywayException failure, Dialect dialect) {
        if (failure.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
            return "The " + dialect.name() + " database has tables that were not made by this program; choose an empty"
                    + " one (./aepsych import takes over databases of other programs).";
        }
        String refused = "The " + dialect.name() + " schema could not be brought up to date: ";
        return said(failure)
                .map(said -> refused
                        + firstLine(said)
                        + dialect.advice(said).map(advice -> "; " + advice).orElse(""))
                .orElseGet(() -> refused + firstLine(failure));
    }

    /** What the database itself says, such as that the disk is full. */
    private static Optional<SQLException> said(FlywayException failure) {
        Optional<SQLException> said = Optional.empty();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException database) {
                said = Optional.of(database);
            }
        }
        return said;
    }

    private static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    private static SchemaComments comments(Flyway flyway, Dialect dialect) {
        return SchemaComments.of(Arrays.stream(flyway.info().all())
                .filter(each -> each.getVersion() != null && each.getScript().endsWith(".sql"))
                .sorted(Comparator.comparing(MigrationInfo::getVersion))
                .map(each -> text(dialect, each.getScript()))
                .toList());
    }

    private static String text(Dialect dialect, String script) {
        String resource = dialect.migrations() + "/" + script;
        try (InputStream in = dialect.getClass().getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("there is no migration " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuseNewer(MigrationInfo[] applied, Dialect dialect) {
        Arrays.stream(applied)
                .filter(each -> each.getState() == MigrationState.FUTURE_SUCCESS
                        || each.getState() == MigrationState.FUTURE_FAILED)
                .findFirst()
                .ifPresent(each -> {
                    throw new AepsychException(
                            StandardError.STORAGE_UNAVAILABLE,
                            "The " + dialect.name() + " database is newer than this program: it has schema version "
                                    + each.getVersion() + ", which this program does not know; install the newer"
                                    + " program, or choose another database.");
                });
    }
}
