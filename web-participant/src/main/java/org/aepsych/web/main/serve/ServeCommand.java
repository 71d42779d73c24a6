package org.aepsych.web.main.serve;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.adaptive.AdaptiveExperiments;
import org.aepsych.core.adaptive.message.SessionMessages;
import org.aepsych.core.config.server.ServerSettings;
import org.aepsych.core.json.Json;
import org.aepsych.core.message.AdaptiveDesk;
import org.aepsych.web.main.console.Console;
import org.aepsych.web.main.console.ExperimentText;
import org.aepsych.web.main.console.SettingsOptions;
import org.aepsych.web.main.laboratory.ExistingData;
import org.aepsych.web.main.laboratory.Laboratory;
import org.aepsych.web.main.laboratory.Server;
import org.aepsych.web.main.laboratory.ThrowawayCopy;
import org.aepsych.web.main.verify.Replays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The server. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Starts the server: pages and JSON API over HTTP, and the door for AEPsych clients over TCP.",
            "It listens on this machine only, unless --http and --ip say otherwise."
        })
final class ServeCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    private final Console console;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Option(
            names = "--http",
            paramLabel = "HOST:PORT",
            description = "Where pages and API are served (127.0.0.1:8080); 0.0.0.0:8080 for every interface.")
    private Optional<HostAndPort> http = Optional.empty();

    @Option(names = "--port", paramLabel = "PORT", description = "Port for AEPsych clients (5555).")
    private Optional<Integer> port = Optional.empty();

    @Option(names = "--ip", paramLabel = "HOST", description = "Interface for AEPsych clients (127.0.0.1).")
    private Optional<String> ip = Optional.empty();

    @Option(
            names = "--protocol",
            paramLabel = "VERSION",
            description = "Answer AEPsych clients as that version did (0.8); 0.7 for the MATLAB client.")
    private Optional<String> protocol = Optional.empty();

    @Option(
            names = {"-s", "--stratconfig"},
            paramLabel = "FILE",
            description = "Adaptive experiment to set up before the first client comes.")
    private Optional<Path> experiment = Optional.empty();

    @Option(names = "--read-only", description = "Work on a copy of the database that is thrown away in the end.")
    private boolean readOnly;

    @Option(
            names = {"-r", "--replay"},
            paramLabel = "ID",
            description = "Run the log of that number and end; with --resume, go on with its experiment.")
    private Optional<Long> replay = Optional.empty();

    @Option(
            names = "--to",
            paramLabel = "N",
            description = "With --replay: only up to message N; with --resume, go on from there as a new experiment.")
    private Optional<Long> last = Optional.empty();

    @Option(
            names = {"-m", "--resume"},
            description = "With --replay: serve, and let the first client go on with that experiment.")
    private boolean resume;

    @Option(names = "--logs", paramLabel = "DIR", description = "Folder of the log files (logs in the data folder).")
    private Optional<Path> logs = Optional.empty();

    @Option(names = "--single", description = "End when an AEPsych client says exit, as AEPsych's own server does.")
    private boolean single;

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        if ((resume || last.isPresent()) && replay.isEmpty()) {
            throw new AepsychException(StandardError.INPUT_INVALID, "--resume and --to need --replay ID.");
        }
        ServerSettings own = settings.load(flags());
        Logs.to(own.server().logs(), own.logFormat());
        if (!own.server().readOnly()) {
            return run(own, () -> {});
        }
        if (!own.server().storage().equals("sqlite")) {
            throw new AepsychException(
                    StandardError.UNSUPPORTED,
                    "--read-only works with the storage sqlite, but it is "
                            + own.server().storage() + ".");
        }
        Path original = Path.of(own.storage().text("path").orElseThrow());
        try (ThrowawayCopy copy = ThrowawayCopy.of(original)) {
            Map<String, String> flags = flags();
            flags.put("storage.sqlite.path", copy.file().toString());
            return run(settings.load(flags), copy);
        }
    }

    private Map<String, String> flags() {
        Map<String, String> flags = new HashMap<>();
        http.ifPresent(address -> {
            flags.put("web.host", address.host());
            flags.put("web.port", Integer.toString(address.port()));
        });
        port.ifPresent(number -> flags.put("server.port", Integer.toString(number)));
        ip.ifPresent(host -> flags.put("server.ip", host));
        logs.ifPresent(folder -> flags.put("server.logs", SettingsOptions.absolute(folder)));
        protocol.ifPresent(version -> flags.put("server.protocol", version));
        if (single) {
            flags.put("server.single", "true");
        }
        if (readOnly) {
            flags.put("server.read_only", "true");
        }
        return flags;
    }

    private int run(ServerSettings own, Closeable afterwards) throws InterruptedException {
        if (replay.isPresent()) {
            ServerSettings unused = ExistingData.require(own);
        }
        if (replay.isPresent() && !resume) {
            try (Laboratory laboratory = Laboratory.open(own)) {
                return new Replays(console, laboratory)
                        .run(replay.map(String::valueOf), true, last.orElse(Long.MAX_VALUE));
            }
        }
        Optional<Path> made = ExistingData.missing(own);
        CountDownLatch end = new CountDownLatch(1);
        try (Server server = Server.start(own)) {
            Thread stop = new Thread(() -> stop(server, afterwards), "stop");
            Runtime.getRuntime().addShutdownHook(stop);
            prepare(server);
            if (own.server().single()) {
                server.get(AdaptiveDesk.class).onExit(end::countDown);
            }
            greet(server, made);
            end.await();
            Runtime.getRuntime().removeShutdownHook(stop);
        }
        return 0;
    }

    /** What a signal comes to: the main thread still waits then, and closes nothing. */
    private static void stop(Server server, Closeable afterwards) {
        server.close();
        try {
            afterwards.close();
        } catch (IOException e) {
            LOG.warn("the copy was not deleted", e);
        }
    }

    private void prepare(Server server) {
        if (replay.isPresent()) {
            AdaptiveExperiments experiments = server.get(AdaptiveExperiments.class);
            long stream = last.isPresent()
                    ? experiments.fork(new StreamId(replay.get()), last.get()).stream()
                            .value()
                    : replay.get();
            resume(server, stream);
        } else if (experiment.isPresent()) {
            String text = ExperimentText.read(experiment.get());
            int number = server.get(AdaptiveDesk.class).setupFromFile(text);
            console.out().println("set up " + experiment.get() + " as experiment " + number);
        }
    }

    private static void resume(Server server, long stream) {
        int number = server.get(AdaptiveExperiments.class).list().stream()
                .filter(summary -> summary.stream().value() == stream)
                .findFirst()
                .orElseThrow(() -> new AepsychException(
                        StandardError.EXPERIMENT_NOT_FOUND, "there is no adaptive experiment in log " + stream + "."))
                .number();
        Json.Obj message = Json.Obj.empty().with("strat_id", Json.of(number));
        Object resumed = server.get(SessionMessages.class)
                .resume(number, Json.Obj.empty().with("type", Json.of("resume")).with("message", message));
        LOG.info("the first client goes on with {}", resumed);
    }

    private void greet(Server server, Optional<Path> made) {
        PrintWriter out = console.out();
        made.ifPresent(file -> {
            out.println("This is a new, empty laboratory: " + file + " was not there, and was made.");
            out.println("If you meant one that you have, stop this one, and say with --data DIR where that is.");
            out.println();
        });
        out.println("aepsych is ready");
        out.println("  participants     " + server.base());
        out.println("  administrators   " + server.base().resolve("/admin"));
        out.println("  AEPsych clients connect to " + server.clients());
        server.firstAdministratorLink().ifPresent(link -> {
            out.println();
            out.println(
                    "There is no administrator yet. Whoever opens this link becomes the first one (once, within a day):");
            out.println("  " + link);
        });
        out.println();
        out.println("Ctrl-C stops the server.");
    }
}
