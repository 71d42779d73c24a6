package org.aepsych.web.bots;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * gamelab's interface, spoken as gamelab's own bot speaks it: fields are not encoded, cookies have no blank between them, and
 * every body that is not empty is fed to a JSON parser, whatever the status. Thread-safe.
 */
final class GamelabClient implements AutoCloseable {
    private static final int THREADS = 4;
    private static final Duration MOMENT = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final URI base;
    private final LongConsumer answered;
    private final JsonMapper json = JsonMapper.shared();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "gamelab-bots");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LONGEST)
            .executor(threads)
            .build();

    /**
     * Opens a client.
     *
     * @param base address of the participants' interface
     * @param answered told how many nanoseconds each answered request took
     */
    GamelabClient(URI base, LongConsumer answered) {
        this.base = base;
        this.answered = answered;
    }

    /**
     * An answer.
     *
     * @param status of HTTP
     * @param body empty, or a JSON value
     * @param cookies what was set, as it is sent back
     */
    record Answer(int status, Optional<JsonNode> body, String cookies) {}

    CompletableFuture<Answer> post(String page, String fields, String cookies) {
        return send(request(page, cookies)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    CompletableFuture<Answer> get(String page, String cookies) {
        return send(request(page, cookies).GET());
    }

    private HttpRequest.Builder request(String page, String cookies) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + "/" + page)).timeout(LONGEST);
        return cookies.isEmpty() ? request : request.header("Cookie", cookies);
    }

    private CompletableFuture<Answer> send(HttpRequest.Builder request) {
        long sent = System.nanoTime();
        return http.sendAsync(request.build(), BodyHandlers.ofString()).thenApply(response -> {
            answered.accept(System.nanoTime() - sent);
            return answer(response);
        });
    }

    private Answer answer(HttpResponse<String> response) {
        String body = response.body();
        try {
            return new Answer(
                    response.statusCode(),
                    body.isEmpty() ? Optional.empty() : Optional.of(json.readTree(body)),
                    cookies(response));
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    response.request().uri() + " answered " + response.statusCode() + " with a body that is no JSON",
                    e);
        }
    }

    private static String cookies(HttpResponse<String> response) {
        StringBuilder pair = new StringBuilder();
        for (String name : new String[] {"sessid", "sesscookie"}) {
            response.headers().allValues("Set-Cookie").stream()
                    .filter(cookie -> cookie.startsWith(name + "="))
                    .findFirst()
                    .ifPresent(cookie -> pair.append(pair.isEmpty() ? "" : ";").append(cookie.split(";", 2)[0]));
        }
        return pair.toString();
    }

    /** Does something after a moment, unless the client is closed by then. */
    void later(Runnable step) {
        CompletableFuture.delayedExecutor(MOMENT.toMillis(), TimeUnit.MILLISECONDS, threads)
                .execute(step);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
