package org.aepsych.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.inject.Guice;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StorageFactory;
import org.aepsych.core.plugin.PluginModule;
import org.aepsych.tck.TckSection;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresStorageFactoryTest {
    @Test
    void theDisplayNameIsTheDatabases() {
        try (Storage storage = TestServer.RUNNING.open("names")) {
            assertThat(storage.displayName()).isEqualTo("postgres");
        }
    }

    @Test
    void everyTableAndColumnHasAComment() throws SQLException {
        TestServer.RUNNING.open("comments").close();

        List<String> tables = TestServer.RUNNING.query("SELECT relname, obj_description(oid) FROM pg_class"
                + " WHERE relnamespace = 'comments'::regnamespace AND relkind IN ('r', 'v')"
                + " AND relname NOT LIKE 'flyway%'");
        List<String> columns = TestServer.RUNNING.query("SELECT c.relname || '.' || a.attname,"
                + " col_description(c.oid, a.attnum) FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
                + " WHERE c.relnamespace = 'comments'::regnamespace AND c.relkind = 'r'"
                + " AND c.relname NOT LIKE 'flyway%' AND a.attnum > 0");

        assertThat(tables).hasSizeGreaterThan(20);
        assertThat(columns).hasSizeGreaterThan(150);
        assertThat(tables).noneMatch(each -> each.endsWith(" null"));
        assertThat(columns).noneMatch(each -> each.endsWith(" null"));
    }

    @Test
    void anAddressOfAnotherKindIsRefused() {
        assertProblem(Map.of("url", "jdbc:mysql://localhost/x"), "url", "jdbc:postgresql:");
        assertProblem(Map.of(), "url", "is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jdbc:postgresql://localhost/x?password=geheim", "jdbc:postgresql://ann:geheim@localhost/x"})
    void aPasswordInTheAddressIsRefusedAndNotRepeated(String url) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> open(Map.of("url", url)))
                .withMessageContaining("[storage.postgresql] url")
                .withMessageNotContaining("geheim");
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        for (String option : List.of("connections", "startup_seconds", "wait_seconds")) {
            assertProblem(
                    Map.of("url", "jdbc:postgresql://localhost/x", option, "0"), option, "expected a whole number");
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsReportedAfterABoundedTime() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertUnavailable(
                () -> open(Map.of("url", "jdbc:postgresql://127.0.0.1:" + port + "/x", "startup_seconds", "1")),
                "within 1 seconds; is the database running");
    }

    @Test
    void aNewerDatabaseIsRefused() throws SQLException {
        TestServer.RUNNING.open("newer").close();
        TestServer.RUNNING.execute("INSERT INTO newer.flyway_schema_history SELECT 99, '999', 'future', 'SQL',"
                + " 'V999__future.sql', 1, 'x', installed_on, 1, true FROM newer.flyway_schema_history LIMIT 1");

        assertUnavailable(() -> TestServer.RUNNING.open("newer"), "newer than this program");
    }

    @Test
    void somebodyElsesSchemaIsLeftAlone() throws SQLException {
        TestServer.RUNNING.execute("CREATE SCHEMA other; CREATE TABLE other.notes (text TEXT)");

        assertUnavailable(() -> TestServer.RUNNING.open("other"), "choose an empty one");
    }

    @Test
    void severalMayCreateTheSameSchemaAtTheSameTime() throws Exception {
        int openers = 3;
        CyclicBarrier start = new CyclicBarrier(openers);
        ExecutorService pool = Executors.newFixedThreadPool(openers);
        try {
            List<Future<Integer>> opening = new ArrayList<>();
            for (int i = 0; i < openers; i++) {
                opening.add(pool.submit(() -> {
                    start.await();
                    try (Storage storage = TestServer.RUNNING.open("racing")) {
                        return storage.streams().list().size();
                    }
                }));
            }
            for (Future<Integer> each : opening) {
                assertThat(each.get(60, TimeUnit.SECONDS)).isZero();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void theModuleContributesTheFactoryUnderItsName() {
        assertThat(ServiceLoader.load(PluginModule.class)).hasAtLeastOneElementOfType(JdbcStorageModule.class);

        Map<String, StorageFactory> factories = Guice.createInjector(new JdbcStorageModule())
                .getInstance(Key.get(new TypeLiteral<Map<String, StorageFactory>>() {}));

        assertThat(factories).containsOnlyKeys(new PostgresStorageFactory().name());
    }

    private static void assertProblem(Map<String, String> texts, String option, String message) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> open(texts))
                .withMessageContaining("[storage.postgresql] " + option)
                .withMessageContaining(message);
    }

    private static void assertUnavailable(ThrowingCallable opening, String sentence) {
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(opening)
                .withMessageContaining(sentence)
                .extracting(AepsychException::code)
                .isEqualTo(StandardError.STORAGE_UNAVAILABLE);
    }

    private static Storage open(Map<String, String> texts) {
        return new PostgresStorageFactory().open(new TckSection("storage.postgresql", texts));
    }
}
