package org.aepsych.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.javalin.http.HandlerType;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.core.testing.OnEveryStorage;
import org.aepsych.web.rest.RestRoutes;
import org.aepsych.web.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OnEveryStorage
class ApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path folder;

    private static TestServer server;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        server = TestServer.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void programsPlayAWholeGame() throws Exception {
        ExperimentId experiment = define("whole");
        String ann = register(experiment, "Ann");
        String bob = register(experiment, "Bob");
        assertThat(me(experiment, ann).required("situation").stringValue()).isEqualTo("lobby");
        server.conduct().start(experiment);

        for (int round = 0; round < 2; round++) {
            for (String token : new String[] {ann, bob}) {
                JsonNode me = me(experiment, token);
                assertThat(me.required("situation").stringValue()).isEqualTo("play");
                for (JsonNode game : me.required("games")) {
                    String weights =
                            game.required("payoffs").size() == 2 ? "[\"1/3\",\"2/3\"]" : "[\"1/2\",\".25\",\"1/4\"]";
                    String play = "{\"round\":%d,\"game\":%d,\"weights\":%s}"
                            .formatted(round, game.required("game").intValue(), weights);
                    assertThat(post(path(experiment, "plays"), token, play).statusCode())
                            .isEqualTo(201);
                }
            }
        }

        JsonNode over = me(experiment, ann);
        assertThat(over.required("situation").stringValue()).isEqualTo("over");
        assertThat(over.required("history").size()).isEqualTo(2);
        assertThat(over.required("history")
                        .get(0)
                        .required("games")
                        .get(0)
                        .required("played")
                        .get(0)
                        .stringValue())
                .isEqualTo("1/3");
        assertThat(over.required("result").required("total").longValue()).isPositive();
        assertThat(over.required("clock").required("start").stringValue()).endsWith("Z");
    }

    @Test
    void nothingNewIsNotSentAgainAndWaitingEndsWithNews() throws Exception {
        ExperimentId experiment = define("news");
        String token = register(experiment, "Ann");
        HttpResponse<String> first = get(path(experiment, "me"), token, "none");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(get(path(experiment, "me"), token, tag).statusCode()).isEqualTo(304);

        CompletableFuture<HttpResponse<String>> waiting = client.sendAsync(
                request(path(experiment, "me?wait=30"), token)
                        .header("If-None-Match", tag)
                        .build(),
                BodyHandlers.ofString());
        register(experiment, "Bob");
        server.conduct().start(experiment);
        HttpResponse<String> news = waiting.get(20, TimeUnit.SECONDS);
        assertThat(news.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(news.body()).required("phase").stringValue()).isEqualTo("started");
    }

    @Test
    void refusalsAreProblemDocuments() throws Exception {
        ExperimentId experiment = define("refusals");
        String token = register(experiment, "Ann");

        assertProblem(
                post(path(experiment, "participants"), "", "{\"identifier\":\"Ann\"}"), 409, "PARTICIPANT_EXISTS");
        assertProblem(post(path(experiment, "participants"), "", "{\"identifier\":null}"), 422, "INPUT_INVALID");
        assertProblem(post(path(experiment, "participants"), "", "{\"name\":\"Ann\"}"), 422, "INPUT_INVALID");
        assertProblem(post(path(experiment, "participants"), "", "null"), 422, "INPUT_INVALID");
        assertProblem(get(path(experiment, "me"), "", "none"), 401, "LOGIN_REQUIRED");
        assertProblem(get(path(new ExperimentId("none"), "me"), token, "none"), 404, "EXPERIMENT_NOT_FOUND");
        assertProblem(get(path(define("other"), "me"), token, "none"), 401, "LOGIN_REQUIRED");
        assertProblem(get(path(experiment, "me?wait=soon"), token, "tag"), 422, "INPUT_INVALID");
        assertProblem(
                post(path(experiment, "plays"), token, "{\"round\":0,\"game\":1,\"weights\":[\"1\"]}"),
                409,
                "STATE_CONFLICT");
        assertProblem(get("/api/nothing", "", "none"), 404, "HTTP_404");
    }

    @Test
    void theDescriptionNamesExactlyTheRoutes() throws Exception {
        Set<String> routes = new TreeSet<>();
        Javalin.create(config -> {
                    server.get(ApiRoutes.class).addTo(config.routes);
                    server.get(RestRoutes.class).addTo(config.routes);
                })
                .unsafe
                .internalRouter
                .allHttpHandlers()
                .forEach(route -> routes.add(method(route.endpoint.method) + " " + route.endpoint.path));

        Set<String> described = new TreeSet<>();
        String path = "";
        for (String line : get("/api/openapi.yaml", "", "none").body().lines().toList()) {
            if (line.matches("  /\\S*:")) {
                path = line.strip().replaceAll(":$", "");
            } else if (line.matches("    (get|post|put|delete):")) {
                described.add(line.strip().replace(":", "") + " " + path);
            }
        }

        assertThat(described).hasSizeGreaterThan(4).isEqualTo(routes);
    }

    @Test
    void healthAndTheListNeedNoToken() throws Exception {
        ExperimentId experiment = define("listed");
        assertThat(get("/health", "", "none").body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(get("/api/experiments", "", "none").body()).contains("\"experiment\":\"" + experiment + "\"");
    }

    private static String method(HandlerType type) {
        return type.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static ExperimentId define(String id) {
        return server.games().define(TestServer.TWO_GAMES.replace("experiment_id = two", "experiment_id = " + id));
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.required("code").stringValue()).isEqualTo(code);
        assertThat(problem.required("status").intValue()).isEqualTo(status);
        assertThat(answer.headers().firstValue("X-Request-Id"))
                .hasValue(problem.required("request").stringValue());
    }

    private String register(ExperimentId experiment, String name) throws Exception {
        HttpResponse<String> answer = post(path(experiment, "participants"), "", "{\"identifier\":\"" + name + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).required("token").stringValue();
    }

    private JsonNode me(ExperimentId experiment, String token) throws Exception {
        return JSON.readTree(get(path(experiment, "me"), token, "none").body());
    }

    private HttpResponse<String> get(String path, String token, String tag) throws Exception {
        return client.send(request(path, token).header("If-None-Match", tag).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String token, String body) throws Exception {
        return client.send(
                request(path, token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve(path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static String path(ExperimentId experiment, String end) {
        return "/api/experiments/" + experiment + "/" + end;
    }
}
