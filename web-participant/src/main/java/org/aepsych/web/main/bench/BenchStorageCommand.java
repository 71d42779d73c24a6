package org.aepsych.web.main.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.core.config.server.ServerSettings;
import org.aepsych.core.database.CopyReport;
import org.aepsych.core.database.DatabaseCopy;
import org.aepsych.core.plugin.Extensions;
import org.aepsych.web.main.console.Console;
import org.aepsych.web.main.console.ProgressBar;
import org.aepsych.web.main.console.StepBar;
import org.aepsych.web.main.laboratory.Laboratory;
import org.aepsych.web.main.laboratory.ThrowawayCopy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures work on a large database: copies there and back, and how soon a server is ready that starts on it. */
@Command(
        name = "storage",
        mixinStandardHelpOptions = true,
        description = {
            "Makes an SQLite database of many messages in a temporary folder, copies it to PostgreSQL (which must be empty)",
            "and back as ./aepsych db copy does, compares the hashes of all logs, starts a server on it, and prints how long",
            "each took: the first time, and again after the server was killed. Without --postgres, both copies are SQLite",
            "files. A million messages need 4 GB in the folder."
        })
final class BenchStorageCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = {"-n", "--messages"},
            paramLabel = "N",
            defaultValue = "1000000",
            description = "How many messages, at least (${DEFAULT-VALUE}).")
    private long messages;

    @Option(
            names = "--postgres",
            paramLabel = "URL",
            description = "Empty database: jdbc:postgresql://HOST/DATABASE?user=U&password=P")
    private Optional<String> postgres = Optional.empty();

    BenchStorageCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (messages < 1) {
            throw new AepsychException(StandardError.INPUT_INVALID, "--messages is from 1.");
        }
        Path folder = Files.createTempDirectory("aepsych-bench");
        try {
            return measure(folder) ? 0 : 1;
        } finally {
            ThrowawayCopy.delete(folder);
        }
    }

    private boolean measure(Path folder) throws IOException {
        String original = "jdbc:sqlite:" + folder.resolve("original.db");
        String there = postgres.orElse("jdbc:sqlite:" + folder.resolve("there.db"));
        String back = "jdbc:sqlite:" + folder.resolve("back.db");
        generate(folder, original);
        copy(folder, original, there);
        copy(folder, there, back);
        Map<OpenedStream, String> wanted = hashes(folder, original);
        boolean same = wanted.equals(hashes(folder, back)) && wanted.equals(hashes(folder, there));
        console.out()
                .println(
                        same
                                ? "the hashes of all " + wanted.size() + " logs are the same in all three databases"
                                : "THE HASHES DIFFER");
        start(folder, original, "first start");
        start(folder, original, "started again");
        start(folder, there, "first start");
        start(folder, there, "started again");
        return same;
    }

    private void generate(Path folder, String url) {
        GeneratedData data = new GeneratedData(messages);
        long begun = System.nanoTime();
        Extensions extensions =
                Laboratory.plugins(settings(folder, url).server()).getInstance(Extensions.class);
        try (Storage storage = open(folder, url);
                ProgressBar bar = new ProgressBar(console.err(), "messages", Math.toIntExact(messages))) {
            int experiments =
                    data.fill(storage, extensions, InstantSource.system().instant(), done -> bar.show((int) done));
            print("%-38s %7.1f s   (%d experiments)", "made a database, SQLite", since(begun), experiments);
        }
    }

    private void copy(Path folder, String from, String to) {
        StepBar bar = new StepBar(console.err());
        long begun = System.nanoTime();
        long worked = processorNanos();
        try (Storage source = open(folder, from);
                Storage target = open(folder, to)) {
            CopyReport report = DatabaseCopy.whole(source, target).run(bar);
            double seconds = since(begun);
            print(
                    "%-38s %7.1f s   (%d messages, %d rows; %.1f s of this program's processor time)",
                    kind(from) + " to " + kind(to) + ", copied and compared",
                    seconds,
                    report.messages(),
                    report.allRows(),
                    (processorNanos() - worked) / 1e9);
        } finally {
            bar.end();
        }
    }

    /** Returns the last hash of each log, which follows from everything in it. */
    private static Map<OpenedStream, String> hashes(Path folder, String url) {
        Map<OpenedStream, String> hashes = new LinkedHashMap<>();
        try (Storage storage = open(folder, url)) {
            storage.streams().list().forEach(stream -> {
                long last = storage.events().last(stream.id());
                hashes.put(
                        stream,
                        storage.events().read(stream.id(), last - 1).get(0).hash());
            });
        }
        return hashes;
    }

    /** The server is killed in the end, so that the next start is one after a crash. */
    private void start(Path folder, String url, String when) throws IOException {
        try (ServerRun server = ServerRun.start(folder, Map.of("storage.url", url))) {
            print("%-38s %7.1f s", when + " on " + kind(url) + ", to ready", seconds(server.untilReady()));
            print("%-38s %7.1f s", "  to a page with all experiments", seconds(server.untilAnswered("")));
        }
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static String kind(String url) {
        return url.startsWith("jdbc:sqlite:") ? "SQLite" : "PostgreSQL";
    }

    private static long processorNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toNanos)
                .orElse(0L);
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private void print(String format, Object... values) {
        console.out().println(String.format(Locale.ROOT, format, values));
        console.out().flush();
    }

    private static Storage open(Path folder, String url) {
        ServerSettings given = settings(folder, url);
        Extensions extensions = Laboratory.plugins(given.server()).getInstance(Extensions.class);
        ServerSettings settings = given.withStorages(Laboratory.storageSchemas(extensions));
        return extensions.storage(settings.server().storage()).orElseThrow().open(settings.storage());
    }

    private static ServerSettings settings(Path folder, String url) {
        return ServerSettings.load(
                Optional.empty(), Map.of(), Map.of("server.data", folder.toString(), "storage.url", url));
    }
}
