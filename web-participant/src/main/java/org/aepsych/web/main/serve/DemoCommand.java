package org.aepsych.web.main.serve;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.aepsych.core.adaptive.presented.PresentedExperiments;
import org.aepsych.core.config.server.ServerSettings;
import org.aepsych.core.game.conduct.GameConduct;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.core.message.AdaptiveDesk;
import org.aepsych.core.plugin.Extensions;
import org.aepsych.web.admin.account.AdministratorLinks;
import org.aepsych.web.demo.Demo;
import org.aepsych.web.main.console.Console;
import org.aepsych.web.main.console.PolicyOptions;
import org.aepsych.web.main.console.SettingsOptions;
import org.aepsych.web.main.laboratory.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A server with something in it to look at and to play. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a server on this machine with experiments to try: a game against simulated participants that starts",
            "when you join, an adaptive experiment in the browser, a slow crowd to watch, and a simulated observer."
        })
final class DemoCommand implements Callable<Integer> {
    private static final String LOCAL = "127.0.0.1";
    private static final int WEB_PORT = 8080;
    private static final int CLIENT_PORT = 5555;
    private static final String DATABASE = "aepsych.db";
    private static final String ADMINISTRATOR = "demo@localhost";

    private final Console console;

    @Option(
            names = "--http",
            paramLabel = "HOST:PORT",
            description = "Where pages are served (127.0.0.1:8080, or any free port if that is taken).")
    private Optional<HostAndPort> http = Optional.empty();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port for AEPsych clients (5555, or any free one if that is taken).")
    private Optional<Integer> port = Optional.empty();

    @Option(names = "--data", paramLabel = "DIR", description = "Folder of the demo's data (data/demo).")
    private Path data = Path.of("data", "demo");

    @Option(names = "--keep", description = "Keep what an earlier demo left; otherwise it begins afresh.")
    private boolean keep;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Files.createDirectories(data);
        try (FileChannel channel =
                        FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            Path folder = lock == null ? Files.createTempDirectory("aepsych-demo") : data;
            if (!keep) {
                for (String part : List.of("", "-wal", "-shm")) {
                    Files.deleteIfExists(folder.resolve(DATABASE + part));
                }
            }
            return serve(folder);
        }
    }

    private int serve(Path folder) throws InterruptedException {
        ServerSettings settings = ServerSettings.load(Optional.empty(), Map.of(), flags(folder));
        Logs.to(settings.server().logs(), settings.logFormat());
        try (Server server = Server.start(settings);
                Demo demo = new Demo(
                        server.get(GameExperiments.class),
                        server.get(GameConduct.class),
                        server.get(PresentedExperiments.class),
                        server.get(AdaptiveDesk.class),
                        server.base(),
                        server.clients(),
                        PolicyOptions.random(server.get(Extensions.class)),
                        new SecureRandom())) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(demo, server), "stop"));
            demo.start();
            greet(server, folder);
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private static void stop(Demo demo, Server server) {
        demo.close();
        server.close();
    }

    private Map<String, String> flags(Path folder) {
        Map<String, String> flags = new HashMap<>();
        flags.put("server.data", SettingsOptions.absolute(folder));
        flags.put("storage.type", "sqlite");
        flags.put("storage.sqlite.path", DATABASE);
        flags.put("web.host", http.map(HostAndPort::host).orElse(LOCAL));
        flags.put("web.port", Integer.toString(http.map(HostAndPort::port).orElseGet(() -> freeOr(WEB_PORT))));
        flags.put("server.port", Integer.toString(port.orElseGet(() -> freeOr(CLIENT_PORT))));
        return flags;
    }

    /** Returns the port if nobody listens there, or 0 for any. */
    private static int freeOr(int wanted) {
        try (ServerSocket probe = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException taken) {
            return 0;
        }
    }

    private void greet(Server server, Path folder) {
        PrintWriter out = console.out();
        out.println("The demo is ready.");
        out.println();
        out.println("  Play a game of three rounds against simulated participants; it starts when you join:");
        out.println("    " + server.base());
        out.println();
        out.println("  Look for faint stripes, an adaptive experiment of about three minutes in the browser:");
        out.println("    " + server.base().resolve("/s/" + Demo.STRIPES));
        out.println();
        out.println("  See it as the experimenter does, with everything live (this link works once):");
        out.println("    " + server.get(AdministratorLinks.class).logInLink(server.base(), ADMINISTRATOR));
        out.println();
        out.println("  AEPsych clients connect to " + server.clients());
        out.println("  A simulated observer is being asked and told there already.");
        out.println();
        out.println("Everything is kept in " + folder.toAbsolutePath().normalize() + ". Ctrl-C ends the demo.");
    }
}
