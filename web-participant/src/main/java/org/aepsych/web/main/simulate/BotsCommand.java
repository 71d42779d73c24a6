package org.aepsych.web.main.simulate;

import java.io.IOException;
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
import org.aepsych.web.main.console.Console;
import org.aepsych.web.main.console.PolicyOptions;
import org.aepsych.web.main.console.SettingsOptions;
import org.aepsych.web.main.laboratory.Laboratory;
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
    private static final Duration USUAL_WAIT = Duration.ofSeconds(3);
    private static final int PROGRESS_SECONDS = 2;
    private static final double PERCENT = 100;
    private static final double MILLIS = 1000;

    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "URL",
            description = "Address of the experiment, such as http://localhost:8080/e/prisoners")
    private Optional<URI> address = Optional.empty();

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

    @Option(
            names = "--sse",
            description = {
                "Use the pages as browsers do, each with its stream of news open, and measure how long a play takes to",
                "the others' screens. Without URL, a server of its own in a temporary folder is played against, and its",
                "memory is shown too."
            })
    private boolean browsers;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "10",
            description = "With --sse: how long to play (${DEFAULT-VALUE}).")
    private int minutes;

    @Option(
            names = "--think",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "With --sse: the longest time for a play (${DEFAULT-VALUE}).")
    private double think;

    @Option(
            names = "--reloads",
            paramLabel = "PERCENT",
            defaultValue = "10",
            description = "With --sse: how many of those who wait load the page anew (${DEFAULT-VALUE}).")
    private double reloads;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    BotsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        if (bots < 1) {
            throw new AepsychException(StandardError.INPUT_INVALID, "-n: expected at least 1, but found " + bots);
        }
        SecureRandom entropy = new SecureRandom();
        byte[] tag = new byte[3];
        entropy.nextBytes(tag);
        String identifiers = "bot-" + HexFormat.of().formatHex(tag);
        if (browsers) {
            return browsers(identifiers, seed.orElseGet(entropy::nextLong));
        }
        URI experiment = address.orElseThrow(
                () -> new AepsychException(StandardError.INPUT_INVALID, "URL: expected the address of an experiment."));
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
                identifiers,
                PAUSE);
        try (BotRun run = new BotRun(plan)) {
            if (!run.awaitServer(wait ? LONGEST_WAIT : USUAL_WAIT)) {
                console.err()
                        .println("aepsych: no server answers at " + experiment
                                + "; is it running, and is this the address that the experiment's page shows?");
                return 1;
            }
            return print(finish(run.start(), run::report));
        }
    }

    private int browsers(String identifiers, long from) throws IOException, InterruptedException, ExecutionException {
        if (bots < 2 || minutes < 1 || !(think >= 0) || !(reloads >= 0) || reloads > PERCENT) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "expected at least 2 bots, at least 1 minute, no negative time, and 0 to 100 percent.");
        }
        BrowserCrowd.Plan plan = new BrowserCrowd.Plan(
                bots,
                Duration.ofMillis(Math.round(think * MILLIS)),
                reloads / PERCENT,
                Duration.ofMinutes(minutes),
                from);
        BrowserCrowd crowd = new BrowserCrowd(console);
        return address.isPresent() ? crowd.play(address.get(), plan, identifiers) : crowd.play(plan);
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
