package org.aepsych.web.main;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;

/** A server in a process of its own, on free ports, for measuring how long it takes to start; killed in the end. */
final class ServerRun implements AutoCloseable {
    private static final Pattern PAGES = Pattern.compile("participants\\s+(http://\\S+/)");
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int SECONDS_TO_END = 30;
    private static final int OK = 200;

    private final Process process;
    private final URI pages;
    private final long begun;
    private final HttpClient client = HttpClient.newHttpClient();

    private ServerRun(Process process, URI pages, long begun) {
        this.process = process;
        this.pages = pages;
        this.begun = begun;
    }

    /**
     * Starts a server and waits until it says where its pages are.
     *
     * @param data its folder
     * @param settings more of its settings
     * @return the server
     */
    static ServerRun start(Path data, Map<String, String> settings) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--data",
                data.toString(),
                "--http",
                "127.0.0.1:0",
                "--port",
                "0"));
        settings.forEach((name, value) -> line.addAll(List.of("--set", name + "=" + value)));
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = process.inputReader();
        String printed;
        while ((printed = out.readLine()) != null) {
            Matcher pages = PAGES.matcher(printed);
            if (pages.find()) {
                return new ServerRun(process, URI.create(pages.group(1)), begun);
            }
        }
        throw new AepsychException(
                StandardError.INTERNAL_ERROR, "the server did not start; see its log in " + data.resolve("logs"));
    }

    /** Returns how long it took from the start of the process to the answer that the server is ready. */
    Duration untilReady() throws IOException {
        return untilAnswered("ready");
    }

    /**
     * Asks for a page.
     *
     * @param path of the page, without a slash before it
     * @return how long it took from the start of the process to the whole answer
     */
    Duration untilAnswered(String path) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(pages.resolve(path)).timeout(LONGEST).build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new AepsychException(
                        StandardError.INTERNAL_ERROR, "/" + path + " was answered with " + answer.statusCode());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the server starts", e);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            boolean unused = process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
