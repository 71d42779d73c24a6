package org.aepsych.web.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.core.config.server.ServerSettings;
import org.aepsych.web.bots.AdaptiveClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what AEPsych's protocol itself costs: framing, deciding, and making durable. */
@Command(
        name = "protocol",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a server on an empty SQLite database in a temporary folder and lets one client of AEPsych's protocol ask",
            "and tell over TCP, with a quasi-random strategy that takes no time of its own. Prints how long the answers took;",
            "each is sent when what it says is on the disk."
        })
final class BenchProtocolCommand implements Callable<Integer> {
    private static final int WARM_UP_TRIALS = 200;
    private static final String FILE = """
            [common]
            parnames = [intensity]
            outcome_types = [binary]
            strategy_names = [spread]
            [intensity]
            par_type = continuous
            lower_bound = 0
            upper_bound = 1
            [spread]
            generator = SobolGenerator
            run_indefinitely = True
            """;

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
        List<Long> asks = new ArrayList<>();
        List<Long> tells = new ArrayList<>();
        List<Long> both = new ArrayList<>();
        try (Server server = Server.start(settings);
                AdaptiveClient client =
                        new AdaptiveClient("127.0.0.1", server.clients().port());
                ProgressBar bar = new ProgressBar(console.err(), "trials", WARM_UP_TRIALS + trials)) {
            int unused = client.setup(FILE);
            for (int trial = 0; trial < WARM_UP_TRIALS + trials; trial++) {
                long start = System.nanoTime();
                Map<String, Double> stimulus = client.ask().stimulus();
                long asked = System.nanoTime();
                client.tell(stimulus, trial % 2);
                long told = System.nanoTime();
                // Code that has just been loaded is slow.
                if (trial >= WARM_UP_TRIALS) {
                    asks.add(asked - start);
                    tells.add(told - asked);
                    both.add(told - start);
                }
                bar.show(trial + 1);
            }
        }
        console.out().println(trials + " trials over TCP, each answer durable on SQLite");
        print("ask", asks);
        print("tell", tells);
        print("ask + tell", both);
    }

    private void print(String what, List<Long> nanos) {
        Collections.sort(nanos);
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
