package org.aepsych.web.bots;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** What a browser does for one simulated participant: keeps cookies, follows redirections, listens. */
final class Browser {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int SEE_OTHER = 303;
    private static final int MOST_REDIRECTIONS = 5;

    private final HttpClient http;
    private final URI base;
    private final LongConsumer answered;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    Browser(HttpClient http, URI base, LongConsumer answered) {
        this.http = http;
        this.base = base;
        this.answered = answered;
    }

    CompletableFuture<String> get(String address) {
        return get(base.resolve(address), MOST_REDIRECTIONS);
    }

    /** Sends a form; answers with the page to which that leads. */
    CompletableFuture<Sent> post(String address, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        URI target = base.resolve(address);
        HttpRequest.Builder request = request(target)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return send(request)
                .thenApply(answer -> new Sent(answer.statusCode(), answer.body(), target.resolve(location(answer))));
    }

    /** Opens the stream of a page's news. */
    PageEvents listen(String address, PageEvents reader) {
        HttpRequest request = request(base.resolve(address))
                .header("Accept", "text/event-stream")
                .GET()
                .build();
        CompletableFuture<Void> unused = http.sendAsync(
                        request, answer -> HttpResponse.BodySubscribers.fromLineSubscriber(reader))
                .thenAccept(answer -> {})
                .exceptionally(failure -> {
                    reader.onError(failure);
                    return null;
                });
        return reader;
    }

    private CompletableFuture<String> get(URI address, int redirections) {
        return send(request(address).header("Accept", "text/html").GET()).thenCompose(answer -> {
            if (answer.statusCode() == SEE_OTHER && redirections > 0) {
                return get(address.resolve(location(answer)), redirections - 1);
            }
            if (answer.statusCode() != OK) {
                throw new CompletionException(new IOException("HTTP " + answer.statusCode() + " for " + address));
            }
            return CompletableFuture.completedFuture(answer.body());
        });
    }

    private HttpRequest.Builder request(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private CompletableFuture<HttpResponse<String>> send(HttpRequest.Builder request) {
        long sent = System.nanoTime();
        return http.sendAsync(request.timeout(LONGEST).build(), BodyHandlers.ofString())
                .whenComplete((answer, failure) -> answered.accept(System.nanoTime() - sent))
                .thenApply(answer -> {
                    answer.headers().allValues("Set-Cookie").forEach(this::keep);
                    return answer;
                });
    }

    private void keep(String cookie) {
        String pair = cookie.split(";", 2)[0];
        int equals = pair.indexOf('=');
        cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * What became of a form.
     *
     * @param status of the answer
     * @param body of the answer
     * @param next where it leads
     */
    record Sent(int status, String body, URI next) {
        boolean accepted() {
            return status == SEE_OTHER;
        }

        boolean shown() {
            return status == OK;
        }
    }
}
