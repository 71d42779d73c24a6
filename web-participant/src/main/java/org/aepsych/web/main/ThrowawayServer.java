package org.aepsych.web.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.aepsych.core.config.server.ServerSettings;

/** A server for one measurement, on an empty SQLite database in a temporary folder, which stays only if something failed. */
final class ThrowawayServer {
    private final Console console;
    private final String folder;

    /**
     * Prepares a server; it does not run yet.
     *
     * @param console told where the folder is if it is kept
     * @param folder how its name begins
     */
    ThrowawayServer(Console console, String folder) {
        this.console = console;
        this.folder = folder;
    }

    /** What is done with a server while it runs. */
    @FunctionalInterface
    interface Work {
        /**
         * Does it.
         *
         * @param server is stopped afterwards
         * @return an exit code; 0 if all is well
         */
        int with(Server server) throws IOException, InterruptedException, ExecutionException;
    }

    /** Runs the server for as long as some work takes, and returns the work's exit code. */
    int run(Work work) throws IOException, InterruptedException, ExecutionException {
        Path data = Files.createTempDirectory(folder);
        ServerSettings settings = ServerSettings.load(
                Optional.empty(),
                Map.of(),
                Map.of("server.data", data.toString(), "server.port", "0", "web.port", "0"));
        int exitCode;
        try (Server server = Server.start(settings)) {
            exitCode = work.with(server);
        }
        if (exitCode == 0) {
            ThrowawayCopy.delete(data);
        } else {
            console.err().println("aepsych: the server's database and log are kept in " + data);
        }
        return exitCode;
    }
}
