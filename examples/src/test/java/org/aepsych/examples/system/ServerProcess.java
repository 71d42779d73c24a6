package org.aepsych.examples.system;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aepsych.web.main.Main;

/** The program in a process of its own, as the launcher starts it, so that it can be killed. */
final class ServerProcess implements AutoCloseable {
    private static final Pattern PAGES = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+/)\\s*$");
    private static final Pattern ADMINISTRATOR = Pattern.compile("(http://\\S+/admin/\\S+token=\\S+)");
    private static final Pattern CLIENTS = Pattern.compile("AEPsych clients connect to 127\\.0\\.0\\.1:(\\d+)");
    private static final int SECONDS_TO_STOP = 30;

    private final Process process;
    private final URI pages;
    private final String administratorLink;
    private final int clientPort;

    private ServerProcess(Process process, List<String> lines) {
        this.process = process;
        this.pages = URI.create(first(PAGES, lines));
        this.administratorLink = first(ADMINISTRATOR, lines);
        this.clientPort = Integer.parseInt(first(CLIENTS, lines));
    }

    /**
     * Starts the program on free ports and waits until it says that it is ready.
     *
     * @param data folder of everything that it keeps
     * @param command {@code serve} or {@code demo}, and more options
     */
    static ServerProcess start(Path data, String... command) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                Main.class.getName()));
        line.addAll(List.of(command));
        line.addAll(List.of("--data", data.toString(), "--http", "127.0.0.1:0", "--port", "0"));
        Process process = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = new ArrayList<>();
        BufferedReader out = process.inputReader();
        String printed;
        while ((printed = out.readLine()) != null) {
            lines.add(printed);
            if (printed.contains("Ctrl-C")) {
                return new ServerProcess(process, lines);
            }
        }
        throw new IOException("the server ended with " + process.exitValue() + " after it said " + lines);
    }

    /** Returns the class path of the launcher: without the examples, which a server finds only as plugins. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.matches(".*[/\\\\]examples[/\\\\]target[/\\\\].*"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String first(Pattern pattern, List<String> lines) {
        for (String line : lines) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.find()) {
                return Objects.requireNonNull(matcher.group(1));
            }
        }
        return "";
    }

    URI pages() {
        return pages;
    }

    /** Returns the one-time link; empty if none was printed. */
    String administratorLink() {
        return administratorLink;
    }

    int clientPort() {
        return clientPort;
    }

    /** Kills the process as {@code kill -9} does: it has no chance to finish anything. */
    void kill() throws InterruptedException {
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
