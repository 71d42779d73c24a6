package org.aepsych.web.main.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.account.AdminRole;
import org.aepsych.core.account.AdministratorLogin;
import org.aepsych.core.account.Administrators;
import org.aepsych.core.account.ApiTokens;
import org.aepsych.core.config.server.ServerSettings;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.core.player.RolePolicies;
import org.aepsych.core.plugin.Extensions;
import org.aepsych.web.crash.CrashLoad;
import org.aepsych.web.crash.FreePort;
import org.aepsych.web.crash.PostgresProcess;
import org.aepsych.web.crash.ServerProcess;
import org.aepsych.web.main.console.PolicyOptions;
import org.aepsych.web.main.console.ProgressBar;
import org.aepsych.web.main.laboratory.Laboratory;

/** Kills a server under load again and again, and looks after each time whether it has kept what it promised. */
final class CrashRun implements AutoCloseable {
    private static final int DAYS = 1;
    private static final int ROUNDS = 30;
    private static final int LONGEST_CALM_MILLIS = 1500;
    private static final int LONGEST_START_MILLIS = 2500;
    private static final int STARTS_KILLED_ONE_IN = 8;
    private static final int DATABASES_KILLED_ONE_IN = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Plan plan;
    private final SplittableRandom random;
    private final ServerSettings settings;
    private final CrashLoad load;
    private final CrashCheck check;
    private final List<String> arguments;
    private Optional<ServerProcess> server = Optional.empty();
    private int kills;
    private int killedStarting;
    private int databaseKills;

    /**
     * What is to be done.
     *
     * @param folder of everything that the server keeps beside its database
     * @param storage settings that say where the database is
     * @param database what is killed, too; empty if it is not ours
     * @param kills how often the server is killed, from 1
     * @param players participants of games, from 2
     * @param tellers clients of AEPsych's protocol, from 1
     * @param seed decides who is killed when
     */
    record Plan(
            Path folder,
            Map<String, String> storage,
            Optional<PostgresProcess> database,
            int kills,
            int players,
            int tellers,
            long seed) {
        Plan {
            storage = Map.copyOf(storage);
        }
    }

    CrashRun(Plan plan) throws IOException {
        this.plan = plan;
        this.random = new SplittableRandom(plan.seed());
        Map<String, String> flags = new HashMap<>(plan.storage());
        flags.put("server.data", plan.folder().toString());
        this.settings = ServerSettings.load(Optional.empty(), Map.of(), flags);
        int pages = FreePort.find();
        int clients = FreePort.find();
        this.arguments = new ArrayList<>(List.of(
                "serve",
                "--data",
                plan.folder().toString(),
                "--http",
                "127.0.0.1:" + pages,
                "--port",
                Integer.toString(clients)));
        plan.storage().forEach((name, value) -> arguments.addAll(List.of("--set", name + "=" + value)));
        try (Laboratory laboratory = Laboratory.open(settings)) {
            refuseUnlessEmpty(laboratory.get(Storage.class));
            RolePolicies policies = PolicyOptions.random(laboratory.get(Extensions.class));
            this.load = new CrashLoad(new CrashLoad.Plan(
                    URI.create("http://127.0.0.1:" + pages + "/"),
                    clients,
                    token(laboratory),
                    define(laboratory.get(GameExperiments.class)),
                    plan.players(),
                    plan.tellers(),
                    policies,
                    plan.seed()));
        }
        this.check = new CrashCheck(load);
    }

    private static void refuseUnlessEmpty(Storage storage) {
        int logs = storage.streams().list().size();
        if (logs > 0) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "expected an empty database, but " + storage.displayName() + " has " + logs
                            + " logs; what has been recorded is not to be put at risk.");
        }
    }

    private static String token(Laboratory laboratory) {
        AdministratorLogin experimenter = laboratory
                .get(Administrators.class)
                .create("experimenter@example.org", UUID.randomUUID().toString());
        return laboratory
                .get(ApiTokens.class)
                .make("crash test", AdminRole.OWNER, DAYS, experimenter)
                .text();
    }

    /** Enough games that none of the players ever runs out of them. */
    private List<String> define(GameExperiments games) {
        return IntStream.rangeClosed(1, plan.kills() / 2 + 4)
                .mapToObj(number -> games.define(definition(number)).value())
                .toList();
    }

    /** Some who registered may not know it and never play, so rounds do not wait for all. */
    private static String definition(int number) {
        return new BenchGames(ROUNDS, 10, 60).text() + """

                [metadata]
                experiment_id = crash-%d
                """.formatted(number);
    }

    /** Runs to the end, or to the first broken promise; returns what was broken. */
    List<String> run(ProgressBar bar) throws IOException, InterruptedException {
        load.start();
        start();
        List<String> broken = List.of();
        while (kills < plan.kills() && broken.isEmpty()) {
            broken = storm();
            bar.show(kills);
        }
        load.close();
        if (broken.isEmpty()) {
            server.ifPresent(ServerProcess::close);
            server = Optional.empty();
            check.forget();
            broken = look();
        }
        return broken;
    }

    private List<String> storm() throws IOException, InterruptedException {
        long before = acknowledged();
        load.gate().open();
        if (!somethingComesAfter(before)) {
            return List.of("nothing was acknowledged within " + PATIENCE.toSeconds() + " seconds after a restart");
        }
        Thread.sleep(random.nextInt(LONGEST_CALM_MILLIS));
        boolean databaseToo = plan.database().isPresent() && random.nextInt(DATABASES_KILLED_ONE_IN) == 0;
        boolean serverToo = !databaseToo || random.nextBoolean();
        if (databaseToo) {
            databaseKills++;
            plan.database().get().killAndRestart();
        }
        if (serverToo) {
            kills++;
            server.orElseThrow().kill();
        }
        int hanging = load.gate().close(PATIENCE);
        if (hanging > 0) {
            return List.of(hanging + " requests got no answer and no end within " + PATIENCE.toSeconds() + " seconds");
        }
        if (serverToo) {
            start();
        } else if (!server.orElseThrow().isAlive()) {
            return List.of("the server ended when its database was killed");
        }
        return look();
    }

    private boolean somethingComesAfter(long before) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (acknowledged() == before) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(5);
        }
        return true;
    }

    private long acknowledged() {
        return load.plays().count() + (long) load.tells().count();
    }

    private void start() throws IOException, InterruptedException {
        while (true) {
            ServerProcess next = ServerProcess.launch(
                    System.getProperty("java.class.path"),
                    ProcessBuilder.Redirect.appendTo(
                            plan.folder().resolve("server.err").toFile()),
                    arguments);
            server = Optional.of(next);
            if (kills == 0 || kills >= plan.kills() || random.nextInt(STARTS_KILLED_ONE_IN) != 0) {
                next.awaitReady();
                return;
            }
            Thread.sleep(random.nextInt(LONGEST_START_MILLIS));
            kills++;
            killedStarting++;
            next.kill();
        }
    }

    private List<String> look() {
        try (Laboratory laboratory = Laboratory.open(settings)) {
            return check.look(laboratory);
        }
    }

    int kills() {
        return kills;
    }

    int killedStarting() {
        return killedStarting;
    }

    int databaseKills() {
        return databaseKills;
    }

    CrashLoad load() {
        return load;
    }

    CrashCheck check() {
        return check;
    }

    @Override
    public void close() {
        load.close();
        server.ifPresent(running -> {
            try {
                running.kill();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
