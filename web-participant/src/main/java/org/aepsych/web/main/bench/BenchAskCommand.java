package org.aepsych.web.main.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.core.adaptive.message.ZeroWait;
import org.aepsych.core.config.server.ServerSettings;
import org.aepsych.core.plugin.Extensions;
import org.aepsych.web.bench.AskBench;
import org.aepsych.web.bench.AskTimes;
import org.aepsych.web.main.console.Console;
import org.aepsych.web.main.console.ProgressBar;
import org.aepsych.web.main.laboratory.Server;
import org.aepsych.web.main.laboratory.ThrowawayCopy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how long a client waits for the next stimulus. */
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a server on an empty SQLite database in a temporary folder, lets a simulated participant answer in an",
            "experiment with three dimensions and binary outcomes, and prints how long the client waited for answers to",
            "tell and ask. The model is fitted anew in every trial. For one core: taskset -c 0 ./aepsych bench ask"
        })
final class BenchAskCommand implements Callable<Integer> {
    private static final int WARM_UP_TRIALS = 60;

    private final Console console;

    @Option(
            names = "--acqf",
            split = ",",
            paramLabel = "NAME",
            defaultValue = AskBench.NONE + ",MCLevelSetEstimation,EAVC,GlobalMI",
            description = {
                "Acquisition functions (${DEFAULT-VALUE}). With \"none\" stimuli are quasi-random: that is what the server",
                "and the disk take by themselves."
            })
    private List<String> acquisitions = List.of();

    @Option(
            names = {"-n", "--trials"},
            split = ",",
            paramLabel = "N",
            defaultValue = "50,100,150,250",
            description = "After how many trials to measure (${DEFAULT-VALUE}).")
    private List<Integer> sizes = List.of();

    @Option(
            names = "--window",
            paramLabel = "N",
            defaultValue = "30",
            description = "Over how many trials before that (${DEFAULT-VALUE}).")
    private int window;

    @Option(
            names = "--think",
            paramLabel = "MS",
            defaultValue = "0",
            description = {
                "How long the participant takes to answer in these trials, in milliseconds (${DEFAULT-VALUE});",
                "above 0, the server prepares asks meanwhile."
            })
    private long think;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "10000",
            description = {
                "How many trials without a model to answer first (${DEFAULT-VALUE}): a server that has just started is",
                "slow, and on one core the compiler takes its time from the answers."
            })
    private int warmUp;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write the figures to a file.")
    private Optional<Path> csv = Optional.empty();

    BenchAskCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (sizes.stream().anyMatch(n -> n < 1) || window < 1 || think < 0 || warmUp < 0) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID, "--trials and --window are from 1, --think and --warm-up are from 0.");
        }
        Path folder = Files.createTempDirectory("aepsych-bench");
        List<AskTimes> times = measure(folder);
        ThrowawayCopy.delete(folder);
        console.out().print(AskTimes.text(times));
        console.out().flush();
        if (csv.isPresent()) {
            Files.writeString(csv.get(), AskTimes.csv(times));
        }
        return 0;
    }

    private List<AskTimes> measure(Path folder) throws IOException, InterruptedException {
        ServerSettings settings = ServerSettings.load(
                Optional.empty(),
                Map.of(),
                Map.of(
                        "server.data",
                        folder.toString(),
                        "server.port",
                        "0",
                        "web.port",
                        "0",
                        "adaptive.zero_wait_cores",
                        think > 0 ? "1" : "0"));
        try (Server server = Server.start(settings)) {
            if (warmUp > 0) {
                warmUp(server);
            }
            return measure(server);
        }
    }

    /**
     * Puts the server to work: on one core the compiler takes its milliseconds from just the answer that made a method
     * worth compiling.
     */
    private void warmUp(Server server) throws IOException, InterruptedException {
        try (ProgressBar bar = new ProgressBar(console.err(), "trials to warm up", warmUp)) {
            List<AskTimes> unused = new AskBench(AskBench.NONE, new TreeSet<>(List.of(warmUp)), 1, 0)
                    .overTheWire("127.0.0.1", server.clients().port(), bar::show);
        }
    }

    private List<AskTimes> measure(Server server) throws IOException, InterruptedException {
        List<AskTimes> times = new ArrayList<>();
        try (ProgressBar bar = new ProgressBar(console.err(), "trials", trials())) {
            ZeroWait zeroWait = server.get(ZeroWait.class);
            int before = 0;
            for (String acquisition : acquisitions) {
                // The code of the model has to become warm too.
                AskBench unmeasured = new AskBench(acquisition, new TreeSet<>(List.of(WARM_UP_TRIALS)), 1, 0);
                int start = before;
                unmeasured.overTheWire("127.0.0.1", server.clients().port(), trial -> bar.show(start + trial));
                AskBench bench = new AskBench(acquisition, new TreeSet<>(sizes), window, think);
                ZeroWait.Counts earlier = zeroWait.counts();
                times.addAll(bench.overTheWire(
                        "127.0.0.1", server.clients().port(), trial -> bar.show(start + WARM_UP_TRIALS + trial)));
                console.out().println(acquisition + ": " + counts(earlier, zeroWait.counts()));
                times.addAll(bench.fits(server.get(Extensions.class)));
                before += WARM_UP_TRIALS
                        + sizes.stream().mapToInt(Integer::intValue).max().orElse(0);
            }
        }
        return times;
    }

    private String counts(ZeroWait.Counts before, ZeroWait.Counts now) {
        return String.format(
                "%d cores; the participant answers in %d ms; asks that were ready: %d, under way: %d, not prepared: %d",
                Runtime.getRuntime().availableProcessors(),
                think,
                now.ready() - before.ready(),
                now.awaited() - before.awaited(),
                now.unprepared() - before.unprepared());
    }

    private int trials() {
        return acquisitions.size()
                * (WARM_UP_TRIALS
                        + sizes.stream().mapToInt(Integer::intValue).max().orElse(0));
    }
}
