package org.aepsych.web.main.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.web.crash.ServerProcess;

/** A server in a process of its own, on free ports, for measuring how long it takes to start; killed in the end. */
final class ServerRun implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int OK = 200;

    private final ServerProcess process;
    private final long begun;
    private final HttpClient client = HttpClient.newHttpClient();

    private ServerRun(ServerProcess process, long begun) {
        this.process = process;
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
        List<String> arguments =
                new ArrayList<>(List.of("serve", "--data", data.toString(), "--http", "127.0.0.1:0", "--port", "0"));
        settings.forEach((name, value) -> arguments.addAll(List.of("--set", name + "=" + value)));
        long begun = System.nanoTime();
        ServerRun run = new ServerRun(
                ServerProcess.launch(System.getProperty("java.class.path"), ProcessBuilder.Redirect.DISCARD, arguments),
                begun);
        try {
            run.process.awaitReady();
            return run;
        } catch (IOException e) {
            throw new AepsychException(
                    StandardError.INTERNAL_ERROR,
                    "the server did not start; see its log in " + data.resolve("logs"),
                    e);
        } catch (InterruptedException e) {
            run.close();
            throw interrupted(e);
        }
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
        HttpRequest request = HttpRequest.newBuilder(process.pages().resolve(path))
                .timeout(LONGEST)
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new AepsychException(
                        StandardError.INTERNAL_ERROR, "/" + path + " was answered with " + answer.statusCode());
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static IOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IOException("interrupted while the server starts", e);
    }

    @Override
    public void close() {
        try {
            process.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
