package org.aepsych.web.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.aepsych.core.config.server.ClientRules;
import org.aepsych.core.config.server.ProtocolEra;
import org.aepsych.core.testing.OnEveryStorage;
import org.aepsych.web.testing.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** AEPsych's messages for pages and programs without a TCP socket. */
@OnEveryStorage
class AepsychRoutesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FILE = """
            [common]
            parnames = [x]
            outcome_types = [binary]
            strategy_names = [explore]
            [x]
            par_type = continuous
            lower_bound = 0
            upper_bound = 1
            [explore]
            generator = SobolGenerator
            min_asks = 2
            min_total_outcome_occurrences = 0
            """;
    private static final String SETUP = JSON.writeValueAsString(Map.of("config_str", FILE));

    @TempDir
    static Path folder;

    @TempDir
    static Path guardedFolder;

    private static TestServer server;
    private static TestServer guarded;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        server = TestServer.start(folder);
        guarded = TestServer.start(guardedFolder, new ClientRules(Optional.of("sesame"), ProtocolEra.WORDS, true));
    }

    @AfterAll
    static void stop() {
        server.close();
        guarded.close();
    }

    private HttpRequest.Builder request(TestServer to, String path, String body) {
        return HttpRequest.newBuilder(URI.create(to.address() + "/api/aepsych/experiments" + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(request(server, path, body));
    }

    private int setUp() throws IOException, InterruptedException {
        HttpResponse<String> response = post("", SETUP);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return JSON.readTree(response.body()).required("strat_id").intValue();
    }

    @Test
    void anExperimentRunsToItsEndByItsNumberAlone() throws Exception {
        int number = setUp();
        assertThat(setUp()).isEqualTo(number + 1);

        boolean finished = false;
        for (int trial = 0; trial < 2; trial++) {
            JsonNode asked = JSON.readTree(post("/" + number + "/ask", "").body());
            finished = asked.required("is_finished").booleanValue();
            HttpResponse<String> told =
                    post("/" + number + "/tell", "{\"config\": " + asked.required("config") + ", \"outcome\": 1}");
            assertThat(told.body()).isEqualTo("{\"trials_recorded\": 1, \"model_data_added\": 1}");
        }

        assertThat(finished).isTrue();
        assertThat(post("/" + number + "/info", "{}").body()).contains("\"current_strat_data_pts\": 2");
        assertThat(post("/" + (number + 1) + "/info", "{}").body()).contains("\"current_strat_data_pts\": 0");
        assertThat(post("/" + number + "/exit", "").body()).contains("\"success\": true");
    }

    @Test
    void whatCannotBeServedIsAnsweredAsOverTcp() throws Exception {
        int number = setUp();

        HttpResponse<String> refused = post("/" + number + "/tell", "{\"outcome\": 1}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .startsWith("{\"server_error\": \"KeyError(\\\"'config' is missing; ")
                .endsWith("\"message\": {\"type\": \"tell\", \"message\": {\"outcome\": 1}}}");
        assertThat(post("", "{\"config_str\": \"[common]\"}").statusCode()).isEqualTo(422);
        assertThat(post("/999999/ask", "").statusCode()).isEqualTo(404);
        assertThat(post("/x/ask", "").statusCode()).isEqualTo(404);
        assertThat(post("/" + number + "/setup", SETUP).statusCode()).isEqualTo(404);
        assertThat(post("/" + number + "/ask", "{").statusCode()).isEqualTo(422);
    }

    @Test
    void pagesOfOtherSitesAndOtherMachinesAreNotServed() throws Exception {
        assertThat(send(request(server, "", SETUP).header("Origin", "https://evil.example.org"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(request(server, "", SETUP)
                                .header("Origin", server.address().toString()))
                        .statusCode())
                .isEqualTo(201);
        assertThat(send(request(server, "", SETUP).header("X-Forwarded-For", "203.0.113.7"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(request(server, "", SETUP).setHeader("Content-Type", "text/plain"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void theSecretOpensTheDoorFromEverywhere() throws Exception {
        assertThat(send(request(guarded, "", SETUP)).statusCode()).isEqualTo(401);
        assertThat(send(request(guarded, "", SETUP).header("Authorization", "Bearer wrong"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(send(request(guarded, "", SETUP)
                                .header("Authorization", "Bearer sesame")
                                .header("X-Forwarded-For", "203.0.113.7"))
                        .body())
                .matches("\\{\"strat_id\": \\d+}");
    }

    @Test
    void aSocketHoldsAConversation() throws Exception {
        try (Talk talk = new Talk(server, "")) {
            assertThat(talk.say("{\"type\": \"ask\", \"message\": {}}")).contains("send setup first");
            String answer = talk.say("{\"type\": \"setup\", \"message\": " + SETUP + "}");
            assertThat(answer).matches("\\{\"strat_id\": \\d+}");
            assertThat(talk.say("{\"type\": \"ask\", \"message\": \"\"}")).startsWith("{\"config\": {\"x\": [0.");
            assertThat(talk.say("nonsense")).contains("not JSON");
            assertThat(talk.say("{\"type\": \"exit\"}")).contains("Terminate");
            assertThat(talk.read()).isEqualTo("closed 1000");
        }
    }

    @Test
    void aSocketShowsTheSecretInItsFirstMessage() throws Exception {
        try (Talk talk = new Talk(guarded, "")) {
            assertThat(talk.say("{\"type\": \"info\"}")).contains("PermissionError");
            assertThat(talk.say("{\"type\": \"hello\", \"secret\": \"sesame\"}"))
                    .isEqualTo("{\"welcome\": true}");
            assertThat(talk.say("{\"type\": \"setup\", \"message\": " + SETUP + "}"))
                    .matches("\\{\"strat_id\": \\d+}");
        }
    }

    @Test
    void aSocketOfAPageOfAnotherSiteIsClosed() throws Exception {
        try (Talk talk = new Talk(server, "https://evil.example.org")) {
            assertThat(talk.read()).isEqualTo("closed 1008");
        }
    }

    @Test
    void everyAddressIsDescribed() throws Exception {
        Set<String> routes = new TreeSet<>();
        Javalin.create(config -> server.get(AepsychRoutes.class).addTo(config.routes))
                .unsafe
                .internalRouter
                .allHttpHandlers()
                .forEach(route ->
                        routes.add(route.endpoint.method.name().toLowerCase(Locale.ROOT) + " " + route.endpoint.path));
        routes.add("get /api/aepsych/socket");

        Set<String> described = new TreeSet<>();
        String path = "";
        String text = send(HttpRequest.newBuilder(URI.create(server.address() + "/api/aepsych/openapi.yaml")))
                .body();
        for (String line : text.lines().toList()) {
            if (line.matches("  /\\S*:")) {
                path = line.strip().replaceAll(":$", "");
            } else if (line.matches("    (get|post|put|delete):")) {
                described.add(line.strip().replace(":", "") + " " + path);
            }
        }
        assertThat(described).hasSize(4).isEqualTo(routes);
    }

    /** A page's socket. */
    private final class Talk implements AutoCloseable, WebSocket.Listener {
        private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();
        private final WebSocket socket;

        Talk(TestServer to, String origin) throws Exception {
            WebSocket.Builder builder = client.newWebSocketBuilder();
            if (!origin.isEmpty()) {
                builder.header("Origin", origin);
            }
            socket = builder.buildAsync(
                            URI.create(to.address().toString().replace("http", "ws") + "/api/aepsych/socket"), this)
                    .get(20, TimeUnit.SECONDS);
        }

        String say(String request) throws Exception {
            socket.sendText(request, true).get(20, TimeUnit.SECONDS);
            return read();
        }

        String read() throws InterruptedException {
            return String.valueOf(received.poll(20, TimeUnit.SECONDS));
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                received.add(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            received.add("closed " + status);
            return null;
        }

        @Override
        public void close() {
            socket.abort();
        }
    }
}
