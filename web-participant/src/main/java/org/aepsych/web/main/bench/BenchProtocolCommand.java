package org.aepsych.web.main.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.core.config.server.ServerSettings;
import org.aepsych.web.bench.ProtocolTrials;
import org.aepsych.web.main.console.Console;
import org.aepsych.web.main.console.ProgressBar;
import org.aepsych.web.main.laboratory.Server;
import org.aepsych.web.main.laboratory.ThrowawayCopy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what AEPsych's protocol itself costs: framing, deciding, and making durable. */
@Command(
        name = "protocol",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a server on an empty SQLite database in a temporary folder and lets one client of AEPsych's protocol ask",
            "and tell over TCP, with a quasi-random strategy that takes no time of its own. Prints how long the answers took,",
            "each of which is sent when what it says is on the disk, and how long the disk takes for a page by itself."
        })
final class BenchProtocolCommand implements Callable<Integer> {
    private static final int WARM_UP_TRIALS = 200;
    private static final int PAGE = 4096;

    private final Console console;

    @Option(
            names = {"-n", "--trials"},
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many trials to measure (${DEFAULT-VALUE}).")
    private int trials;

    BenchProtocolCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (trials < 1) {
            throw new AepsychException(StandardError.INPUT_INVALID, "--trials is from 1.");
        }
        Path folder = Files.createTempDirectory("aepsych-bench");
        measure(folder);
        ThrowawayCopy.delete(folder);
        return 0;
    }

    private void measure(Path folder) throws IOException {
        ServerSettings settings = ServerSettings.load(
                Optional.empty(),
                Map.of(),
                Map.of("server.data", folder.toString(), "server.port", "0", "web.port", "0"));
        List<ProtocolTrials.Times> times;
        try (Server server = Server.start(settings);
                ProgressBar bar = new ProgressBar(console.err(), "trials", WARM_UP_TRIALS + trials)) {
            times = new ProtocolTrials(WARM_UP_TRIALS + trials)
                    .overTheWire("127.0.0.1", server.clients().port(), bar::show);
        }
        // Code that has just been loaded is slow.
        List<ProtocolTrials.Times> measured = times.subList(WARM_UP_TRIALS, times.size());
        console.out().println(trials + " trials over TCP, each answer durable on SQLite");
        print("disk alone", disk(folder).stream());
        print("ask", measured.stream().map(ProtocolTrials.Times::ask));
        print("tell", measured.stream().map(ProtocolTrials.Times::tell));
        print("ask + tell", measured.stream().map(ProtocolTrials.Times::both));
    }

    /** How long the disk takes to keep a page, the least that any durable answer can take. */
    private List<Long> disk(Path folder) throws IOException {
        List<Long> nanos = new ArrayList<>();
        try (FileChannel file =
                FileChannel.open(folder.resolve("disk"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int i = 0; i < Math.min(trials, WARM_UP_TRIALS); i++) {
                long start = System.nanoTime();
                int unused = file.write(ByteBuffer.allocate(PAGE));
                file.force(false);
                nanos.add(System.nanoTime() - start);
            }
        }
        return nanos;
    }

    private void print(String what, Stream<Long> times) {
        List<Long> nanos = times.sorted().toList();
        console.out()
                .println(String.format(
                        Locale.ROOT,
                        "  %-10s  p50 %7.2f ms   p95 %7.2f ms   p99 %7.2f ms",
                        what,
                        percentile(nanos, 50),
                        percentile(nanos, 95),
                        percentile(nanos, 99)));
        console.out().flush();
    }

    /** The smallest time that at least that share of them did not exceed, in milliseconds. */
    private static double percentile(List<Long> sorted, int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(rank, 1) - 1) / 1e6;
    }
}
