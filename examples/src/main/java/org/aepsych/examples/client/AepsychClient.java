package org.aepsych.examples.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sets up adaptive experiments on a server and works on them. Keeps nothing but the address; thread-safe. */
public final class AepsychClient {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int FIRST_REFUSAL = 400;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final URI experiments;
    private final Optional<String> secret;

    /**
     * A client of a server on this machine.
     *
     * @param server such as {@code http://127.0.0.1:8080/}
     */
    public AepsychClient(URI server) {
        this(server, Optional.empty());
    }

    /**
     * A client of a server.
     *
     * @param server such as {@code https://lab.example.org/}
     * @param secret the server's {@code server.secret}, if it has one
     */
    public AepsychClient(URI server, Optional<String> secret) {
        this.experiments = server.resolve("/api/aepsych/experiments");
        this.secret = secret;
    }

    /**
     * Sets up an experiment.
     *
     * @param file text of the experiment file
     * @return the experiment, ready to be asked
     * @throws AepsychRefusal if the file has problems; nothing is set up then
     */
    public Experiment setUp(String file) {
        return experiment(
                post("", Map.of("config_str", file)).required("strat_id").intValue());
    }

    /**
     * Returns to an experiment that was set up before, by whomever.
     *
     * @param number its {@code strat_id}
     * @return the experiment
     */
    public Experiment experiment(int number) {
        return new Experiment(this, number);
    }

    JsonNode post(String path, Map<String, ?> message) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(experiments + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(message)));
        secret.ifPresent(text -> request.header("Authorization", "Bearer " + text));
        HttpResponse<String> response;
        try {
            response = http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AepsychRefusal("the server cannot be reached at " + experiments + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AepsychRefusal("interrupted while waiting for an answer", e);
        }
        try {
            JsonNode answer = json.readTree(response.body());
            if (response.statusCode() >= FIRST_REFUSAL) {
                throw new AepsychRefusal(answer.path("server_error")
                        .asString(answer.path("detail").asString("status " + response.statusCode())));
            }
            return answer;
        } catch (JacksonException e) {
            throw new AepsychRefusal("the answer is no JSON; is " + experiments + " the right address?", e);
        }
    }
}
