package org.aepsych.examples.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.event.NewEvent;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.storage.AccountStore.Session;
import org.aepsych.api.storage.Person;
import org.aepsych.api.storage.ResultRow;
import org.aepsych.api.storage.ResultRow.ChoiceRow;
import org.aepsych.api.storage.ResultRow.NamedNumber;
import org.aepsych.api.storage.ResultRow.NamedText;
import org.aepsych.api.storage.ResultRow.TrialRow;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamHeader;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.storage.sqlite.SqliteStorageFactory;
import org.aepsych.tck.TckSection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a lab does with its database as a whole. */
class DatabaseWorkTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final int MESSAGES = 2_500;

    @TempDir
    private Path folder;

    private Path original;

    @BeforeEach
    void fill() {
        original = folder.resolve("original.db");
        try (Storage storage = sqlite(original)) {
            storage.streams()
                    .open(
                            header(Protocol.GAME, "market"),
                            events(MESSAGES),
                            List.of(person(1, "ann@example.org"), person(2, "bob@example.org")),
                            List.of(
                                    new ChoiceRow(0, new ParticipantId(1), 1, "1/2 1/2", 2, NOON),
                                    new ChoiceRow(0, new ParticipantId(2), 1, "0 1", 2, NOON)));
            storage.streams()
                    .open(header(Protocol.ADAPTIVE, "contrast"), events(3), List.of(), List.of(trial(), trial()));
            long administrator = storage.accounts()
                    .createAdministrator("lab@example.org", "$argon2id$secret")
                    .id();
            storage.accounts()
                    .createSession(new Session(
                            "f".repeat(64),
                            NOON,
                            NOON.plusSeconds(60),
                            Optional.of(administrator),
                            Optional.empty(),
                            Optional.empty(),
                            "Firefox of the lab"));
        }
    }

    @Test
    void aDatabaseGoesToPostgresqlAndBackWithTheSameNumbersAndHashes() throws SQLException {
        String there = Postgres.newDatabase("there_and_back");
        Path back = folder.resolve("back.db");

        CommandLine out = CommandLine.run("db", "copy", "--from", url(original), "--to", there);
        CommandLine home = CommandLine.run("db", "copy", "--from", there, "--to", url(back));

        assertThat(out.err() + home.err()).contains("100 %");
        assertThat(out.out()).contains("the hashes of " + (MESSAGES + 3) + " messages in 2 logs are good");
        assertThat(home.exitCode()).isZero();
        assertThat(contents(back)).isEqualTo(contents(original));
        assertThat(dump(back)).isEqualTo(dump(original));
    }

    @Test
    void anInterruptedCopyGoesOnAndAnotherDatabaseIsRefused() throws SQLException {
        Path target = folder.resolve("target.db");
        CommandLine.run("db", "copy", "--from", url(original), "--to", url(target));
        execute(target, "DELETE FROM replay_data WHERE sequence > 1200");
        execute(target, "UPDATE choice SET strats = 'older' WHERE playerid = 1");

        CommandLine again = CommandLine.run("db", "copy", "--from", url(original), "--to", url(target));

        assertThat(again.err()).doesNotContain("aepsych:");
        assertThat(again.out()).contains("rows were there from a copy that had been interrupted");
        assertThat(dump(target)).isEqualTo(dump(original));

        execute(target, "UPDATE master SET experiment_id = 'other' WHERE unique_id = 2");
        CommandLine refused = CommandLine.run("db", "copy", "--from", url(original), "--to", url(target));
        assertThat(refused.exitCode()).isOne();
        assertThat(refused.err()).contains("choose an empty database");
    }

    @Test
    void anAlteredLogIsNotPassedOnAsGood() throws SQLException {
        execute(original, "UPDATE replay_data SET message_contents = '{}' WHERE sequence = 7");

        CommandLine copy = CommandLine.run("db", "copy", "--from", url(original), "--to", url(folder.resolve("x.db")));

        assertThat(copy.exitCode()).isOne();
        assertThat(copy.err()).contains("log 1: message 7 has been altered");
    }

    @Test
    void aBackupIsTakenWhileOthersWriteAndComesBack() throws SQLException {
        Path backup = folder.resolve("backup.db");
        Path restored = folder.resolve("restored.db");

        CommandLine written;
        try (Storage busy = sqlite(original)) {
            written = CommandLine.run("db", "backup", backup.toString(), "--db", original.toString());
            assertThat(busy.streams().list()).hasSize(2);
        }
        CommandLine brought = CommandLine.run("db", "restore", backup.toString(), "--db", restored.toString());
        CommandLine twice = CommandLine.run("db", "restore", backup.toString(), "--db", restored.toString());

        assertThat(written.exitCode()).isZero();
        assertThat(brought.exitCode()).isZero();
        assertThat(dump(restored)).isEqualTo(dump(original));
        assertThat(twice.err()).contains("is not empty");
    }

    @Test
    void aRedactedBackupKeepsTheLogAndNobodysName() throws Exception {
        Path backup = folder.resolve("redacted.db");

        CommandLine written =
                CommandLine.run("db", "backup", "--redacted", backup.toString(), "--db", original.toString());

        assertThat(written.exitCode()).isZero();
        assertThat(contents(backup).get(0)).isEqualTo(contents(original).get(0));
        assertThat(new String(Files.readAllBytes(backup), java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("market")
                .doesNotContain("@example.org", "argon2id$secret", "Firefox of the lab");
    }

    @Test
    void anExperimentIsWipedOnlyWhenThatIsMeant() throws SQLException {
        CommandLine careful = CommandLine.run("db", "wipe", "market", "--db", original.toString());
        assertThat(careful.exitCode()).isOne();
        assertThat(careful.err()).contains("would delete 1 log of market with " + MESSAGES + " messages");

        Path backup = folder.resolve("before.db");
        List<String> before = dump(original);
        CommandLine wiped = CommandLine.run(
                "db", "wipe", "market", "--yes", "--backup", backup.toString(), "--db", original.toString());
        CommandLine tidied = CommandLine.run("db", "vacuum", "--db", original.toString());
        CommandLine info = CommandLine.run("db", "info", "--db", original.toString());

        assertThat(wiped.exitCode()).isZero();
        assertThat(dump(backup)).isEqualTo(before);
        assertThat(tidied.exitCode()).isZero();
        assertThat(info.out()).contains("0 with games", "1 of adaptive experiments", "3  replay_data");
    }

    @Test
    void anErasedPersonIsGoneAndTheLogStillProvesItself() throws SQLException {
        CommandLine erased = CommandLine.run(
                "participant", "erase", "market", "ann@example.org", "--yes", "--db", original.toString());
        CommandLine again = CommandLine.run(
                "participant", "erase", "market", "ann@example.org", "--yes", "--db", original.toString());

        assertThat(erased.out()).contains("erased who participant 1 of market is");
        assertThat(again.err()).contains("nothing was erased").doesNotContain("ann@");
        assertThat(dump(original)).noneMatch(row -> row.contains("ann@example.org"));
        CommandLine copy = CommandLine.run("db", "copy", "--from", url(original), "--to", url(folder.resolve("y.db")));
        assertThat(copy.out()).contains("messages in 2 logs are good");
    }

    private static Storage sqlite(Path file) {
        return new SqliteStorageFactory().open(new TckSection("storage.sqlite", Map.of("path", file.toString())));
    }

    private static String url(Path file) {
        return "jdbc:sqlite:" + file;
    }

    private static List<RecordedEvent> events(int count) {
        List<NewEvent> events = IntStream.range(0, count)
                .mapToObj(i -> new NewEvent(
                        NOON.plusMillis(i), "play", 1, "{\"text\":\"Grüße 🧪 " + i + "\"}", Optional.empty()))
                .toList();
        return HashChain.seal(0, HashChain.GENESIS, events);
    }

    private static Person person(long id, String identifier) {
        return new Person(new ParticipantId(id), identifier, Optional.of("$argon2id$secret"), NOON);
    }

    private static ResultRow trial() {
        return new TrialRow(
                2,
                0,
                NOON,
                true,
                "{}",
                List.of(new NamedText("contrast", "0.25"), new NamedText("size", "big")),
                List.of(new NamedNumber("outcome", Double.NaN)));
    }

    private static StreamHeader header(Protocol protocol, String id) {
        return new StreamHeader(
                protocol,
                new ExperimentId(id),
                Optional.of("A name"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static List<Object> contents(Path file) {
        try (Storage storage = sqlite(file)) {
            List<OpenedStream> streams = storage.streams().list();
            List<Object> contents = new ArrayList<>();
            contents.add(streams.stream()
                    .map(stream -> storage.events().read(stream.id(), 0))
                    .toList());
            contents.add(streams);
            streams.forEach(
                    stream -> contents.add(storage.results().orElseThrow().read(stream.id())));
            streams.forEach(stream -> contents.add(storage.persons().list(stream.id())));
            return contents;
        }
    }

    /** Returns every row of every table as text. */
    private static List<String> dump(Path file) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Storage storage = sqlite(file)) {
            var tables = storage.tables().orElseThrow();
            tables.tables()
                    .forEach(table -> tables.read(
                            table,
                            List.of(),
                            row -> rows.add(table.name() + " "
                                    + row.cells().stream()
                                            .map(cell ->
                                                    cell.map(String::valueOf).orElse("-"))
                                            .toList())));
        }
        return rows;
    }

    private static void execute(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(file));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
