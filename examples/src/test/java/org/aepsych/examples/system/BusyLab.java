package org.aepsych.examples.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.aepsych.api.player.PlayerSituation;
import org.aepsych.web.bots.AdaptiveClient;
import org.aepsych.web.bots.LabClient;
import org.aepsych.web.bots.View;
import org.aepsych.web.crash.ServerProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A laboratory where much has happened, so that its pages have something to show: all of it came in as from outside. */
final class BusyLab {
    private static final Path EXPERIMENTS = Path.of("experiments");
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Two games and a lottery, to be played by hand. */
    private static final String GAMES = """
            [common]
            protocol = game
            games = [dilemma, wide]
            rounds = 3
            minutes = 1000
            lottery = A voucher of 50 euros
            winners = 2
            lottery_draw = committed
            [metadata]
            experiment_id = %1$s
            experiment_name = Two games, %1$s
            experiment_description = Played against the average of the other side.
            [dilemma]
            name = Prisoner's dilemma
            payoffs =
                3, 3 | 0, 5
                5, 0 | 1, 1
            [wide]
            name = A wide one with a long name, which has to be shown on a narrow screen
            payoffs =
                1, 1/3 | 2, 2 | 0, 5 | 1, 1
                0, 4 | 1, 1 | 3, 0 | 100, 100
            """;

    private final ServerProcess server;
    private final String token;
    private final HttpClient http = HttpClient.newHttpClient();

    /**
     * Knows a laboratory.
     *
     * @param server where it is
     * @param token of an owner
     */
    BusyLab(ServerProcess server, String token) {
        this.server = server;
        this.token = token;
    }

    /** Defines two games. */
    void games(String id) {
        define(GAMES.formatted(id));
    }

    /** Defines two games before which questions are asked. */
    void gamesAfterQuestions(String id) {
        define(GAMES.formatted(id).replace("rounds = 3", "rounds = 3\nquestionnaire = true"));
    }

    /** Defines two games before which participants have to agree. */
    void gamesAfterConsent(String id) {
        define(GAMES.formatted(id).replace("rounds = 3", "rounds = 3\nconsent = May we keep your choices?"));
    }

    /** Defines one of the experiments that the program comes with. */
    void example(String id, String file) throws IOException {
        define(Files.readString(EXPERIMENTS.resolve(file)).replace("[metadata]", "[metadata]\nexperiment_id = " + id));
    }

    private void define(String text) {
        JsonNode unused = post("/api/v1/experiments", Map.of("text", text));
    }

    /** Lets participants register, and returns their tokens. */
    List<String> join(String experiment, String... identifiers) {
        try (LabClient client = client(experiment)) {
            List<String> tokens = new ArrayList<>();
            for (String identifier : identifiers) {
                tokens.add(client.join(identifier).join());
            }
            return tokens;
        }
    }

    /** Does something with an experiment: start, advance, pause, end. */
    void step(String experiment, String step) {
        JsonNode unused = post("/api/v1/experiments/" + experiment + "/" + step, Map.of());
    }

    /** Writes to all participants. */
    void write(String experiment, String text) {
        JsonNode unused = post("/api/v1/experiments/" + experiment + "/notes", Map.of("text", text));
    }

    void draw(String experiment) {
        JsonNode unused = post("/api/v1/experiments/" + experiment + "/draw", Map.of("winners", 2, "seed", 2026));
    }

    /** Invites somebody and returns the link that lets them in. */
    URI invite(String experiment, String email) {
        JsonNode unused = post("/api/v1/experiments/" + experiment + "/addresses", Map.of("text", email));
        for (JsonNode made : post("/api/v1/experiments/" + experiment + "/links", Map.of())) {
            if (made.required("identifier").stringValue().equals(email)) {
                return URI.create(made.required("link").stringValue());
            }
        }
        throw new IllegalStateException("no link for " + email);
    }

    /** Lets participants play everything that they may, each action with the same weight. */
    void play(String experiment, List<String> tokens) {
        try (LabClient client = client(experiment)) {
            for (String participant : tokens) {
                View view = client.me(participant).join();
                for (PlayerSituation open : view.open()) {
                    List<String> weights = Collections.nCopies(open.actions(), "1/" + open.actions());
                    var unused = client.play(
                                    participant, view.round(), open.game().id(), weights)
                            .join();
                }
            }
        }
    }

    private LabClient client(String experiment) {
        return new LabClient(server.pages().resolve("/e/" + experiment), nanos -> {});
    }

    /** Runs some trials of an adaptive experiment: the observer answers yes to every second one. */
    void trials(Path file, int trials) throws IOException {
        try (AdaptiveClient client = new AdaptiveClient("127.0.0.1", server.clientPort())) {
            int unused = client.setup(Files.readString(file));
            for (int trial = 0; trial < trials; trial++) {
                JsonNode asked = client.send("ask", "").required("config");
                JsonNode told = client.send("tell", Map.of("config", asked, "outcome", trial % 2));
                if (!told.has("trials_recorded")) {
                    throw new IllegalStateException(told.toString());
                }
            }
        }
    }

    /** Opens an adaptive experiment for the browsers of participants. */
    void present(Path file) throws IOException {
        try (AdaptiveClient client = new AdaptiveClient("127.0.0.1", server.clientPort())) {
            int unused = client.setup(Files.readString(file));
        }
    }

    /** Begins a session in such an experiment and returns its token. */
    String session(String experiment, String participant) {
        return post("/api/sessions/" + experiment, Map.of("participant", participant))
                .required("token")
                .stringValue();
    }

    /** Returns the number of the log of the session whose experiment has a name. */
    long session(String name) {
        for (JsonNode session : send(request("/api/v1/sessions").GET())) {
            if (session.required("name").stringValue().equals(name)) {
                return session.required("session").longValue();
            }
        }
        throw new IllegalStateException("no session of " + name);
    }

    private JsonNode post(String path, Map<String, ?> message) {
        return send(request(path).POST(BodyPublishers.ofString(JSON.writeValueAsString(message))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.pages().resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(answer.uri() + ": " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
