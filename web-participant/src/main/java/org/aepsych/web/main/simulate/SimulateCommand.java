package org.aepsych.web.main.simulate;

import com.google.inject.Injector;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.config.server.ServerSettings;
import org.aepsych.core.game.decision.GameProtocol;
import org.aepsych.core.game.definition.DefinitionReader;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.simulation.Behaviour;
import org.aepsych.core.game.simulation.Payout;
import org.aepsych.core.game.simulation.SimulatedRun;
import org.aepsych.core.game.simulation.Simulation;
import org.aepsych.core.game.simulation.SimulationCsv;
import org.aepsych.core.game.simulation.SimulationPlan;
import org.aepsych.core.game.simulation.SimulationSummary;
import org.aepsych.core.game.simulation.VirtualLog;
import org.aepsych.core.player.PlayerRandom;
import org.aepsych.core.player.RolePolicies;
import org.aepsych.core.plugin.Extensions;
import org.aepsych.web.main.console.Console;
import org.aepsych.web.main.console.ExperimentText;
import org.aepsych.web.main.console.PolicyOptions;
import org.aepsych.web.main.console.SettingsOptions;
import org.aepsych.web.main.laboratory.Laboratory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs an experiment without people, on a virtual clock. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Runs an experiment without people, through the same decisions as a server. A game experiment: on a virtual clock,",
            "to see how long it will take, what participants will earn and what that will cost. An adaptive experiment: with",
            "simulated observers, to see how well their threshold is known after so many trials, and so how many it needs."
        })
final class SimulateCommand implements Callable<Integer> {
    /** Any will do; the same file, options and seed always give the same runs. */
    private static final Instant BEGIN = Instant.parse("2026-01-01T09:00:00Z");

    private static final long BETWEEN_REPORTS = Duration.ofSeconds(2).toNanos();
    private static final double PERCENT = 100;

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "The experiment.")
    private Path file = Path.of("");

    @Option(
            names = {"-n", "--participants"},
            paramLabel = "N",
            defaultValue = "20",
            description = "How many participants (${DEFAULT-VALUE}).")
    private int participants;

    @Option(
            names = {"-r", "--runs"},
            paramLabel = "R",
            description = "How often the experiment is run (games 1, adaptive sessions 20).")
    private Optional<Integer> runs = Optional.empty();

    @Mixin
    private PolicyOptions policies = new PolicyOptions();

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            defaultValue = "1",
            description = "What is left to chance depends on it alone (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--think",
            paramLabel = "SECONDS[:SECONDS]",
            defaultValue = "5:30",
            description =
                    "How long a participant thinks about a game: fixed, or evenly between two (${DEFAULT-VALUE}).")
    private String think = "";

    @Option(
            names = "--arrive",
            paramLabel = "MINUTES",
            defaultValue = "0",
            description = "Participants come within so many minutes after the start; 0 if they are there before.")
    private double arrive;

    @Option(
            names = "--leave",
            paramLabel = "PERCENT",
            defaultValue = "0",
            description = "Chance that a participant goes silent, for each round (${DEFAULT-VALUE}).")
    private double leave;

    @Option(
            names = "--fee",
            paramLabel = "AMOUNT",
            defaultValue = "0",
            description = "Paid to everybody who completes a round (${DEFAULT-VALUE}).")
    private BigDecimal fee = BigDecimal.ZERO;

    @Option(
            names = "--per-ticket",
            paramLabel = "AMOUNT",
            defaultValue = "0",
            description = "Paid for each ticket, which is a point rounded up (${DEFAULT-VALUE}).")
    private BigDecimal perTicket = BigDecimal.ZERO;

    @Option(
            names = "--currency",
            paramLabel = "WORD",
            defaultValue = "EUR",
            description = "Of these amounts, for printing (${DEFAULT-VALUE}).")
    private String currency = "";

    @Option(
            names = "--csv",
            paramLabel = "DIR",
            description = {
                "Write runs.csv, participants.csv and averages.csv into this folder; of an adaptive experiment sessions.csv and",
                "threshold.svg, or learning.svg if something else than a threshold is sought."
            })
    private Optional<Path> csv = Optional.empty();

    @Option(
            names = "--store",
            paramLabel = "NAME",
            description = {
                "Store every run as an experiment of this name (NAME-2, NAME-3 and so on from the second), with its log and",
                "tables, to look at in the console or to try out an analysis."
            })
    private Optional<String> store = Optional.empty();

    @Mixin
    private ObserverOptions observer = new ObserverOptions();

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    private long reported = System.nanoTime();

    SimulateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (runs.isPresent() && runs.get() < 1) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID, "--runs: expected at least 1, but found " + runs.get());
        }
        ServerSettings loaded = settings.load(Map.of());
        String text = ExperimentText.read(file);
        ExperimentFile read = ExperimentFile.parse(text);
        if (!ExperimentText.ofGame(read)) {
            Extensions extensions = Laboratory.plugins(loaded.server()).getInstance(Extensions.class);
            new ObserverSimulation(console, observer).run(file, read, extensions, runs, seed, csv);
            return 0;
        }
        if (store.isPresent()) {
            try (Laboratory laboratory = Laboratory.open(loaded)) {
                return simulate(text, Laboratory.plugins(loaded.server()), Optional.of(laboratory.get(Storage.class)));
            }
        }
        return simulate(text, Laboratory.plugins(loaded.server()), Optional.empty());
    }

    private int simulate(String text, Injector plugins, Optional<Storage> storage) throws IOException {
        Extensions extensions = plugins.getInstance(Extensions.class);
        GameDefinition definition = DefinitionReader.read(ExperimentFile.parse(text), extensions);
        RolePolicies played = policies.parse(plugins);
        Payout payout = new Payout(fee, perTicket);
        SimulationSummary summary = new SimulationSummary(payout, currency);
        Instant begin = definition.schedule().start().orElse(BEGIN);
        long started = System.nanoTime();
        int repeated = runs.orElse(1);
        try (SimulationCsv tables = csv.isPresent() ? new SimulationCsv(csv.get(), payout) : null) {
            for (int run = 1; run <= repeated; run++) {
                int number = run;
                SimulationPlan plan = new SimulationPlan(
                        text, definition, participants, played, behaviour(), PlayerRandom.seed(seed, run), begin);
                VirtualLog log =
                        storage.isPresent() ? VirtualLog.kept(new GameProtocol(extensions)) : VirtualLog.none();
                SimulatedRun done =
                        new Simulation(plan, extensions, log, round -> report(number, round, definition)).run();
                summary.add(done);
                if (tables != null) {
                    tables.add(done);
                }
                storage.ifPresent(target -> keep(log, target, number));
            }
        }
        console.out().print(summary.text());
        console.out().flush();
        console.err().printf(Locale.ROOT, "simulated in %.1f s%n", (System.nanoTime() - started) / 1e9);
        return 0;
    }

    private void keep(VirtualLog log, Storage storage, int run) {
        String name = store.orElseThrow() + (run == 1 ? "" : "-" + run);
        var unused = log.store(storage, new ExperimentId(name), "Simulated: " + name);
        console.out().println("stored as " + name);
    }

    private void report(int run, int round, GameDefinition definition) {
        if (System.nanoTime() - reported > BETWEEN_REPORTS) {
            reported = System.nanoTime();
            console.err()
                    .printf(
                            Locale.ROOT,
                            "run %d of %d, round %d of %d%n",
                            run,
                            runs.orElse(1),
                            round + 1,
                            definition.schedule().rounds());
        }
    }

    private Behaviour behaviour() {
        String[] parts = think.split(":", -1);
        if (parts.length > 2) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID, "--think: expected 10 or 5:30, but found \"" + think + "\"");
        }
        Duration quickest = seconds(parts[0]);
        return new Behaviour(
                quickest,
                parts.length == 1 ? quickest : seconds(parts[1]),
                Duration.ofMillis(Math.round(arrive * 60_000)),
                leave / PERCENT);
    }

    private Duration seconds(String text) {
        try {
            return Duration.ofMillis(
                    new BigDecimal(text.strip()).movePointRight(3).longValueExact());
        } catch (NumberFormatException | ArithmeticException e) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "--think: expected seconds such as 10 or 5:30, but found \"" + think + "\"",
                    e);
        }
    }
}
