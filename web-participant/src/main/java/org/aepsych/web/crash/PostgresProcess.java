package org.aepsych.web.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;

/** A PostgreSQL of its own in a folder of its own, so that it can be killed. */
public final class PostgresProcess implements AutoCloseable {
    private static final int SECONDS_TO_DIE = 3;

    private final Path programs;
    private final Path folder;
    private final int port;
    private Process process;

    private PostgresProcess(Path programs, Path folder, int port) throws IOException {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
        this.process = launch();
    }

    /**
     * Makes an empty database and starts it; whoever connects has to wait until it is up.
     *
     * @param programs folder of {@code initdb} and {@code postgres}
     * @param folder where the database is to be; must not exist
     * @return the running database
     * @throws IOException if a program cannot be started or fails
     * @throws InterruptedException if the waiting is interrupted
     */
    public static PostgresProcess create(Path programs, Path folder) throws IOException, InterruptedException {
        if (!Files.isExecutable(programs.resolve("initdb"))) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "there is no initdb in " + programs
                            + "; expected the folder of PostgreSQL's programs, such as /usr/lib/postgresql/16/bin.");
        }
        Path log = folder.resolveSibling("initdb.log");
        int status = new ProcessBuilder(command(
                        programs.resolve("initdb"),
                        List.of("-D", folder.toString(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale")))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("initdb ended with " + status + ": " + Files.readString(log));
        }
        return new PostgresProcess(programs, folder, FreePort.find());
    }

    /**
     * Returns how to reach it.
     *
     * @return an address for the setting {@code storage.url}
     */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(command(
                        programs.resolve("postgres"),
                        List.of(
                                "-D",
                                folder.toString(),
                                "-p",
                                Integer.toString(port),
                                "-h",
                                "127.0.0.1",
                                "-c",
                                "unix_socket_directories=")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolveSibling("postgresql.log").toFile()))
                .start();
    }

    /** PostgreSQL does not run as root; within a user namespace of its own it does not see that it is. */
    private static List<String> command(Path program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(program.toString());
        command.addAll(arguments);
        return command;
    }

    /**
     * Kills all its processes as {@code kill -9} does, and starts it again.
     *
     * @throws IOException if it does not start
     * @throws InterruptedException if the waiting for its end is interrupted
     */
    public void killAndRestart() throws IOException, InterruptedException {
        kill();
        process = launch();
    }

    private void kill() throws InterruptedException {
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
        // Where nobody buries orphans, a dead one looks alive for ever.
        CompletableFuture<Void> gone =
                CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
        Void unused =
                gone.completeOnTimeout(null, SECONDS_TO_DIE, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        try {
            kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
