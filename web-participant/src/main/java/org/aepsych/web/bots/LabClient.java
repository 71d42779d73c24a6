package org.aepsych.web.bots;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import tools.jackson.databind.json.JsonMapper;

/** The public JSON interface of one game experiment, asked without blocking. Thread-safe. */
public final class LabClient implements AutoCloseable {
    private static final int THREADS = 4;
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;

    private final URI api;
    private final LongConsumer answered;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "bots");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LONGEST)
            .executor(threads)
            .build();
    private final JsonMapper json = JsonMapper.shared();

    /**
     * Opens a client.
     *
     * @param experiment address of the experiment's page or API; its last part is the experiment's id
     * @param answered told how many nanoseconds each answered request took
     */
    public LabClient(URI experiment, LongConsumer answered) {
        this.api = apiOf(experiment);
        this.answered = answered;
    }

    /**
     * Finds the API behind any address of an experiment.
     *
     * @param experiment such as {@code http://localhost:8080/e/prisoners}
     * @return such as {@code http://localhost:8080/api/experiments/prisoners}
     */
    static URI apiOf(URI experiment) {
        String path =
                experiment.getRawPath() == null ? "" : experiment.getRawPath().replaceAll("/+$", "");
        String id = path.substring(path.lastIndexOf('/') + 1);
        if (experiment.getHost() == null || id.isEmpty()) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "expected the address of an experiment such as http://localhost:8080/e/prisoners, but found "
                            + experiment);
        }
        return URI.create(experiment.getScheme() + "://" + experiment.getRawAuthority() + "/api/experiments/" + id);
    }

    /**
     * Registers a participant.
     *
     * @param identifier name of their choice
     * @return the token that the other requests need; fails if it is not answered as hoped
     */
    public CompletableFuture<String> join(String identifier) {
        return send(request("/participants").POST(body(Map.of("identifier", identifier))))
                .thenApply(answer -> {
                    expect(answer, CREATED);
                    return json.readTree(answer.body()).required("token").stringValue();
                });
    }

    /**
     * Asks what the participant is shown.
     *
     * @param token from joining
     * @return as far as a bot needs it; fails if it is not answered as hoped
     */
    public CompletableFuture<View> me(String token) {
        return send(authorized("/me", token).GET()).thenApply(answer -> {
            expect(answer, 200);
            return ViewReader.read(json.readTree(answer.body()));
        });
    }

    /**
     * Plays a mixture.
     *
     * @param token from joining
     * @param round which round is believed to be running
     * @param game which game
     * @param weights rational numbers
     * @return false if the round ended before it arrived; fails if it is not answered as hoped
     */
    public CompletableFuture<Boolean> play(String token, int round, int game, List<String> weights) {
        Map<String, Object> play = Map.of("round", round, "game", game, "weights", weights);
        return send(authorized("/plays", token).POST(body(play))).thenApply(answer -> {
            if (answer.statusCode() == CONFLICT) {
                return false;
            }
            if (answer.statusCode() / 100 != 2) {
                throw unexpected(answer);
            }
            return true;
        });
    }

    /** Tells whether the server answers at all. */
    CompletableFuture<Boolean> reachable() {
        return http.sendAsync(request("").GET().build(), BodyHandlers.discarding())
                .handle((answer, failure) -> failure == null);
    }

    /** Does something later, unless the client is closed by then. */
    void later(Duration pause, Runnable step) {
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, threads)
                .execute(step);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private CompletableFuture<HttpResponse<String>> send(HttpRequest.Builder request) {
        long sent = System.nanoTime();
        return http.sendAsync(request.timeout(LONGEST).build(), BodyHandlers.ofString())
                .whenComplete((answer, failure) -> answered.accept(System.nanoTime() - sent));
    }

    private HttpRequest.Builder authorized(String path, String token) {
        return request(path).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(api + path)).header("Accept", "application/json");
    }

    private HttpRequest.BodyPublisher body(Object value) {
        return BodyPublishers.ofString(json.writeValueAsString(value));
    }

    private static void expect(HttpResponse<String> answer, int status) {
        if (answer.statusCode() != status) {
            throw unexpected(answer);
        }
    }

    private static CompletionException unexpected(HttpResponse<String> answer) {
        return new CompletionException(new IOException(
                "HTTP " + answer.statusCode() + ": " + answer.body().strip()));
    }
}
