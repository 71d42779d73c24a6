package org.aepsych.web.main;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.web.bots.BotReport;
import org.aepsych.web.bots.BotRun;
import org.aepsych.web.bots.GamelabRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets simulated participants play a game experiment over HTTP and reports how the server did. */
@Command(
        name = "bots",
        mixinStandardHelpOptions = true,
        description = {
            "Lets simulated participants join a game experiment and play it to its end, as browsers would.",
            "Exit code 1 if a request failed or a bot did not see the end."
        })
final class BotsCommand implements Callable<Integer> {
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final int PROGRESS_SECONDS = 2;

    private final Console console;

    @Parameters(
            paramLabel = "URL",
            description = "Address of the experiment, such as http://localhost:8080/e/prisoners")
    private URI experiment = URI.create("");

    @Option(
            names = {"-n", "--bots"},
            paramLabel = "N",
            defaultValue = "10",
            description = "How many (${DEFAULT-VALUE}).")
    private int bots;

    @Mixin
    private PolicyOptions policies = new PolicyOptions();

    @Option(names = "--seed", paramLabel = "SEED", description = "What policies draw depends on it alone.")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--wait", description = "Wait up to a minute for the server to answer.")
    private boolean wait;

    @Option(
            names = "--gamelab",
            description = {
                "URL is the base of gamelab's interface, such as http://localhost:8080/e/prisoners/lab: speak that, as",
                "gamelab's own bot does, and play random thousandths."
            })
    private boolean gamelab;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    BotsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        if (bots < 1) {
            throw new AepsychException(StandardError.INPUT_INVALID, "-n: expected at least 1, but found " + bots);
        }
        SecureRandom entropy = new SecureRandom();
        byte[] tag = new byte[3];
        entropy.nextBytes(tag);
        if (gamelab) {
            try (GamelabRun run = new GamelabRun(experiment, bots, seed.orElseGet(entropy::nextLong))) {
                return print(finish(run.start(), run::report));
            }
        }
        BotRun.Plan plan = new BotRun.Plan(
                experiment,
                bots,
                policies.parse(Laboratory.plugins(settings.load(Map.of()).server())),
                seed.orElseGet(entropy::nextLong),
                "bot-" + HexFormat.of().formatHex(tag),
                PAUSE);
        try (BotRun run = new BotRun(plan)) {
            if (wait && !run.awaitServer(LONGEST_WAIT)) {
                console.err().println("aepsych: " + experiment + " does not answer.");
                return 1;
            }
            return print(finish(run.start(), run::report));
        }
    }

    private int print(BotReport report) {
        console.out().println(report.text());
        return report.clean() ? 0 : 1;
    }

    private BotReport finish(CompletableFuture<BotReport> end, Supplier<BotReport> now)
            throws InterruptedException, ExecutionException {
        while (true) {
            try {
                return end.get(PROGRESS_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException stillRunning) {
                BotReport soFar = now.get();
                console.err()
                        .printf(
                                Locale.ROOT,
                                "%d plays, %d requests, %d failed, %d of %d bots at the end%n",
                                soFar.plays(),
                                soFar.requests(),
                                soFar.failures(),
                                soFar.finished(),
                                soFar.bots());
            }
        }
    }
}
