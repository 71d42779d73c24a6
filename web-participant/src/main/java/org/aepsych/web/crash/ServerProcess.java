package org.aepsych.web.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program in a process of its own, as the launcher starts it, so that it can be killed. */
public final class ServerProcess implements AutoCloseable {
    private static final String MAIN = "org.aepsych.web.main.Main";
    private static final Pattern PAGES = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+/)\\s*$");
    private static final Pattern ADMINISTRATOR = Pattern.compile("(http://\\S+/admin/\\S+token=\\S+)");
    private static final Pattern CLIENTS = Pattern.compile("AEPsych clients connect to 127\\.0\\.0\\.1:(\\d+)");
    private static final int SECONDS_TO_STOP = 30;

    private final Process process;
    private final List<String> lines = new ArrayList<>();

    private ServerProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts the program.
     *
     * @param classPath where its classes are
     * @param errors where it complains
     * @param arguments {@code serve} or {@code demo}, and options
     * @return the process, which is not ready yet
     * @throws IOException if there is no such program
     */
    public static ServerProcess launch(String classPath, ProcessBuilder.Redirect errors, List<String> arguments)
            throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                // It lives for seconds: what the second compiler takes it would never give back.
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                MAIN));
        line.addAll(arguments);
        return new ServerProcess(new ProcessBuilder(line).redirectError(errors).start());
    }

    /**
     * Waits until the program says that it is ready.
     *
     * @throws IOException if it ends instead, with what it said
     * @throws InterruptedException if the waiting is interrupted
     */
    public void awaitReady() throws IOException, InterruptedException {
        BufferedReader out = process.inputReader();
        String printed;
        while ((printed = out.readLine()) != null) {
            lines.add(printed);
            if (printed.contains("Ctrl-C")) {
                return;
            }
        }
        // A process may close what it prints to a moment before it ends.
        throw new IOException("the server ended with " + process.waitFor() + " after it said " + lines);
    }

    /**
     * Returns where pages are served.
     *
     * @return the address with a slash at the end
     */
    public URI pages() {
        return URI.create(first(PAGES));
    }

    /**
     * Returns the one-time link.
     *
     * @return empty if none was printed
     */
    public String administratorLink() {
        return first(ADMINISTRATOR);
    }

    /**
     * Returns where clients of AEPsych's protocol connect.
     *
     * @return a port of this machine
     */
    public int clientPort() {
        return Integer.parseInt(first(CLIENTS));
    }

    private String first(Pattern pattern) {
        for (String line : lines) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.find()) {
                return Objects.requireNonNull(matcher.group(1));
            }
        }
        return "";
    }

    /**
     * Tells whether the process is still there.
     *
     * @return false once it has ended
     */
    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Waits until the process has ended by itself.
     *
     * @return its exit code
     * @throws InterruptedException if the waiting is interrupted
     */
    public int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /**
     * Kills the process as {@code kill -9} does: it has no chance to finish anything.
     *
     * @throws InterruptedException if the waiting for its end is interrupted
     */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks the process to stop, as Ctrl-C does. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the server did not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
