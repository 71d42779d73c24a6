package org.aepsych.examples.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code ./aepsych bench crash}: what was acknowledged outlives the server and the database. */
class CrashTest {
    @TempDir
    private Path folder;

    @Test
    void nothingAcknowledgedIsLostOrDoubledOnSqlite() {
        CommandLine bench = crash("--kills=2", "--seed=14");

        assertThat(bench.exitCode()).as(bench.out() + bench.err()).isZero();
        assertThat(bench.out())
                .contains("SQLite, --seed=14", "2 times killed", "nothing lost, nothing doubled")
                .doesNotContain("tells     0 acknowledged");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void norOnPostgresqlWhichIsKilledToo() throws Exception {
        CommandLine bench = crash("--kills=2", "--seed=905", "--postgres-bin=" + Postgres.programs());

        assertThat(bench.exitCode()).as(bench.out() + bench.err()).isZero();
        assertThat(bench.out())
                .contains(
                        "PostgreSQL, --seed=905",
                        "2 times killed",
                        "database  1 times killed",
                        "nothing lost, nothing doubled")
                .doesNotContain("tells     0 acknowledged");
    }

    @Test
    void aDatabaseInUseIsNotPutAtRisk() throws Exception {
        String url = Postgres.newDatabase("in_use");
        CommandLine defined = CommandLine.run(
                "import",
                Path.of("src", "test", "resources", "aepsych", "single_stimuli.db")
                        .toString(),
                "--data=" + folder.resolve("old"),
                "--set=storage.url=" + url);
        assertThat(defined.exitCode()).as(defined.err()).isZero();

        CommandLine bench = crash("--postgres=" + url);

        assertThat(bench.exitCode()).isOne();
        assertThat(bench.err()).contains("expected an empty database, but in_use has");
    }

    private CommandLine crash(String... options) {
        String[] line = new String[options.length + 5];
        line[0] = "bench";
        line[1] = "crash";
        line[2] = "--bots=4";
        line[3] = "--clients=2";
        line[4] = "--data=" + folder.resolve("new");
        System.arraycopy(options, 0, line, 5, options.length);
        return CommandLine.run(line);
    }
}
