package org.aepsych.web.main.bench;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.core.game.conduct.GameConduct;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.web.bots.BotReport;
import org.aepsych.web.bots.GamelabRun;
import org.aepsych.web.main.console.Console;
import org.aepsych.web.main.laboratory.Server;
import org.aepsych.web.main.laboratory.ThrowawayServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the server with the load that gamelab's own bot makes. */
@Command(
        name = "gamelab",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a server on an empty SQLite database in a temporary folder, lets participants play who speak gamelab's",
            "interface as gamelab's own bot does (never pausing between two requests), and prints the figures from the start of",
            "the experiment on. Client and server share this machine. Exit code 1 if a request failed or a bot did not see the",
            "end."
        })
final class BenchGamelabCommand implements Callable<Integer> {
    private static final int LONGEST_MINUTES = 30;
    private static final int PROGRESS_SECONDS = 2;
    private static final long SEED = 42;

    private final Console console;

    @Option(
            names = {"-n", "--bots"},
            paramLabel = "N",
            defaultValue = "100",
            description = "How many (${DEFAULT-VALUE}).")
    private int bots;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "10",
            description = "Rounds of two games (${DEFAULT-VALUE}).")
    private int rounds;

    BenchGamelabCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        return new ThrowawayServer(console, "aepsych-bench").run(this::play);
    }

    private int play(Server server) throws InterruptedException, ExecutionException {
        GameExperiments games = server.get(GameExperiments.class);
        ExperimentId experiment = games.define(new BenchGames(rounds, 10, 100).text());
        URI base = server.base().resolve("/e/" + experiment + "/lab");
        try (GamelabRun run = new GamelabRun(base, bots, SEED)) {
            CompletableFuture<BotReport> end = run.start();
            awaitEverybody(run, end);
            run.measureFromNow();
            server.get(GameConduct.class).start(experiment);
            BotReport report = end.get(LONGEST_MINUTES, TimeUnit.MINUTES);
            console.out().println(report.text());
            return report.clean() ? 0 : 1;
        } catch (TimeoutException e) {
            console.err().println("aepsych: the bots did not come to an end in " + LONGEST_MINUTES + " minutes.");
            return 1;
        }
    }

    /** Waits until all are registered, or all have given up. */
    private void awaitEverybody(GamelabRun run, CompletableFuture<BotReport> end)
            throws InterruptedException, ExecutionException {
        while (!end.isDone() && run.inside() < bots) {
            try {
                end.get(PROGRESS_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException stillComing) {
                console.err().println(run.inside() + " of " + bots + " registered");
                if (run.report().failures() > 0) {
                    return;
                }
            }
        }
    }
}
