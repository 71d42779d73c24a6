package org.aepsych.web.main.laboratory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.aepsych.core.config.server.ServerSettings;
import org.aepsych.web.main.console.Console;

/** A server for one measurement, on an empty SQLite database in a folder that stays only if something failed. */
public final class ThrowawayServer {
    private final Console console;
    private final String folder;

    /**
     * Prepares a server; it does not run yet.
     *
     * @param console told where the folder is if it is kept
     * @param folder how its name begins
     */
    public ThrowawayServer(Console console, String folder) {
        this.console = console;
        this.folder = folder;
    }

    /** What is done with a server while it runs. */
    @FunctionalInterface
    public interface Work {
        /**
         * Does it.
         *
         * @param server is stopped afterwards
         * @return an exit code; 0 if all is well
         * @throws IOException if something cannot be written or read
         * @throws InterruptedException if it is interrupted
         * @throws ExecutionException if it fails
         */
        int with(Server server) throws IOException, InterruptedException, ExecutionException;
    }

    /**
     * Runs the server for as long as some work takes.
     *
     * @param work what to do meanwhile
     * @return the work's exit code
     * @throws IOException if the folder cannot be made or deleted, or the work could not write or read
     * @throws InterruptedException if the work is interrupted
     * @throws ExecutionException if the work fails
     */
    public int run(Work work) throws IOException, InterruptedException, ExecutionException {
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
