package org.aepsych.web.main.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.web.crash.PostgresProcess;
import org.aepsych.web.crash.Promises.Audit;
import org.aepsych.web.main.console.Console;
import org.aepsych.web.main.console.ProgressBar;
import org.aepsych.web.main.console.SettingsOptions;
import org.aepsych.web.main.laboratory.ThrowawayCopy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Kills a server, and its database, and counts what is lost. */
@Command(
        name = "crash",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a server on an empty database, keeps it busy with participants of games and clients of AEPsych's protocol,",
            "and kills it at random moments, as kill -9 does. After each restart everything that was acknowledged must be",
            "recorded once, every log must prove itself, and every result table must be what its log says. The exit code is 1",
            "if not; the database is then kept."
        })
final class BenchCrashCommand implements Callable<Integer> {
    private static final int SEEDS = 1_000_000;

    private final Console console;

    @Option(
            names = "--kills",
            paramLabel = "N",
            defaultValue = "50",
            description = "How often the server is killed (${DEFAULT-VALUE}).")
    private int kills;

    @Option(
            names = {"-n", "--bots"},
            paramLabel = "N",
            defaultValue = "12",
            description = "Participants of games (${DEFAULT-VALUE}).")
    private int bots;

    @Option(
            names = "--clients",
            paramLabel = "N",
            defaultValue = "4",
            description = "Clients that ask and tell (${DEFAULT-VALUE}).")
    private int clients;

    @Option(names = "--seed", paramLabel = "SEED", description = "Who is killed when depends on it.")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "A new folder for the server's data, on the disk that is to be tried (a temporary one).")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--postgres",
            paramLabel = "URL",
            description = "Use this empty PostgreSQL database, jdbc:postgresql://..., and leave it running.")
    private Optional<String> postgres = Optional.empty();

    @Option(
            names = "--postgres-bin",
            paramLabel = "DIR",
            description = {
                "Make a PostgreSQL with the programs in this folder, such as /usr/lib/postgresql/16/bin, and kill",
                "it, too."
            })
    private Optional<Path> programs = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "SECTION.OPTION=VALUE",
            description = "Any setting of the server; may be repeated.")
    private Map<String, String> settings = new LinkedHashMap<>();

    BenchCrashCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (kills < 1 || bots < 2 || clients < 1) {
            throw new AepsychException(StandardError.INPUT_INVALID, "expected at least 1 kill, 2 bots and 1 client.");
        }
        if (postgres.isPresent() && programs.isPresent()) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID, "expected one of --postgres and --postgres-bin, but found both.");
        }
        Path folder = folder();
        boolean good = false;
        try {
            good = run(folder);
        } finally {
            if (good) {
                ThrowawayCopy.delete(folder);
            } else {
                console.err().println("aepsych: the database and the server's logs are kept in " + folder);
            }
        }
        return good ? 0 : 1;
    }

    private Path folder() throws IOException {
        if (data.isEmpty()) {
            return Files.createTempDirectory("aepsych-crash");
        }
        Path folder = Path.of(SettingsOptions.absolute(data.get()));
        if (Files.exists(folder)) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID, "--data: expected a new folder, but " + folder + " exists.");
        }
        return Files.createDirectories(folder);
    }

    private boolean run(Path folder) throws IOException, InterruptedException {
        if (programs.isEmpty()) {
            return run(folder, Optional.empty());
        }
        Path here = Path.of(SettingsOptions.absolute(programs.get()));
        try (PostgresProcess database = PostgresProcess.create(here, folder.resolve("postgresql"))) {
            return run(folder, Optional.of(database));
        }
    }

    private boolean run(Path folder, Optional<PostgresProcess> database) throws IOException, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>(settings);
        database.map(PostgresProcess::url).or(() -> postgres).ifPresent(url -> all.put("storage.url", url));
        long chosen = seed.orElseGet(() -> (long) new SecureRandom().nextInt(SEEDS));
        console.out()
                .println((database.isPresent() || postgres.isPresent() ? "PostgreSQL" : "SQLite") + ", --seed="
                        + chosen);
        console.out().flush();
        long begin = System.nanoTime();
        List<String> broken;
        try (CrashRun run = new CrashRun(new CrashRun.Plan(folder, all, database, kills, bots, clients, chosen))) {
            try (ProgressBar bar = new ProgressBar(console.err(), "kills", kills)) {
                broken = run.run(bar);
            }
            print(run, database.isPresent(), Duration.ofNanos(System.nanoTime() - begin));
        }
        for (String sentence : broken) {
            console.out().println("BROKEN    " + sentence);
        }
        console.out().println(broken.isEmpty() ? "good      nothing lost, nothing doubled" : "NOT GOOD");
        return broken.isEmpty();
    }

    private void print(CrashRun run, boolean databaseToo, Duration elapsed) {
        line(
                "server",
                run.kills() + " times killed, " + run.killedStarting() + " of them while it started; in "
                        + elapsed.toSeconds() + " s");
        if (databaseToo) {
            line("database", run.databaseKills() + " times killed");
        }
        line("plays", run.check().plays());
        line("tells", run.check().tells());
        line(
                "logs",
                String.format(
                        Locale.ROOT,
                        "%d with %d messages proved after every restart, their result tables made again",
                        run.check().logs(),
                        run.check().messages()));
        line("requests", run.load().failures() + " failed while something was down, and were made again");
    }

    private void line(String name, Audit audit) {
        line(
                name,
                audit.acknowledged() + " acknowledged; " + audit.unanswered()
                        + " sent without an answer that took them, of which " + audit.kept() + " are recorded");
    }

    private void line(String name, String text) {
        console.out().println(String.format(Locale.ROOT, "%-9s %s", name, text));
    }
}
