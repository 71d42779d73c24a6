package org.aepsych.web.main.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.core.game.conduct.GameConduct;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.core.plugin.Extensions;
import org.aepsych.web.bots.BotReport;
import org.aepsych.web.bots.BotRun;
import org.aepsych.web.main.console.Console;
import org.aepsych.web.main.console.PolicyOptions;
import org.aepsych.web.main.laboratory.Server;
import org.aepsych.web.main.laboratory.ThrowawayServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the server with simulated participants of a game. */
@Command(
        name = "bots",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a server on an empty SQLite database in a temporary folder, lets simulated participants play, and",
            "prints the figures. Client and server share this machine."
        })
final class BenchBotsCommand implements Callable<Integer> {
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int LONGEST_MINUTES = 30;
    private static final long SEED = 42;

    private final Console console;

    @Option(
            names = {"-n", "--bots"},
            paramLabel = "N",
            defaultValue = "200",
            description = "How many (${DEFAULT-VALUE}).")
    private int bots;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "Rounds of two games (${DEFAULT-VALUE}).")
    private int rounds;

    BenchBotsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        if (bots < 2 || rounds < 1) {
            throw new AepsychException(StandardError.INPUT_INVALID, "expected at least 2 bots and 1 round.");
        }
        return new ThrowawayServer(console, "aepsych-bench").run(this::play);
    }

    private int play(Server server) throws InterruptedException, ExecutionException {
        GameExperiments games = server.get(GameExperiments.class);
        ExperimentId experiment = games.define(new BenchGames(rounds, 10, 100).text());
        BotRun.Plan plan = new BotRun.Plan(
                server.base().resolve("/e/" + experiment),
                bots,
                PolicyOptions.random(server.get(Extensions.class)),
                SEED,
                "bench",
                PAUSE);
        try (BotRun run = new BotRun(plan)) {
            CompletableFuture<BotReport> end = run.start();
            awaitEverybody(games, experiment);
            server.get(GameConduct.class).start(experiment);
            BotReport report = end.get(LONGEST_MINUTES, TimeUnit.MINUTES);
            console.out().println(report.text());
            return report.clean() ? 0 : 1;
        } catch (TimeoutException e) {
            console.err().println("aepsych: the bots did not come to an end in " + LONGEST_MINUTES + " minutes.");
            return 1;
        }
    }

    private void awaitEverybody(GameExperiments games, ExperimentId experiment) throws InterruptedException {
        CountDownLatch everybody = new CountDownLatch(1);
        games.onChange(changed -> everybodyIsThere(games, experiment, everybody));
        everybodyIsThere(games, experiment, everybody);
        everybody.await();
    }

    /** Looks on another thread: the one that brings news belongs to the experiment that is looked at. */
    private void everybodyIsThere(GameExperiments games, ExperimentId experiment, CountDownLatch everybody) {
        CompletableFuture<Void> unused = CompletableFuture.runAsync(() -> {
            if (everybody.getCount() > 0 && games.summary(experiment).participants() >= bots) {
                everybody.countDown();
            }
        });
    }
}
