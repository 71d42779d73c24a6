package org.aepsych.web.bots;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of AEPsych's protocol: one JSON document there, one back. Not thread-safe. */
public final class AdaptiveClient implements AutoCloseable {
    /** An experiment without an end whose strategy takes no time of its own, for whoever only wants to ask and tell. */
    public static final String QUASI_RANDOM = """
            [common]
            parnames = [intensity]
            outcome_types = [binary]
            strategy_names = [spread]
            [intensity]
            par_type = continuous
            lower_bound = 0
            upper_bound = 1
            [spread]
            generator = SobolGenerator
            run_indefinitely = True
            """;

    /** What follows a document on the wire is the next one, and looking for it would wait for it. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Socket socket;
    private final InputStream in;

    /** Opened after the first request: opening it looks at the first bytes of an answer. */
    private Optional<JsonParser> answers = Optional.empty();

    /**
     * Connects.
     *
     * @param host name or address
     * @param port the door's port
     * @throws IOException if nobody answers there
     */
    public AdaptiveClient(String host, int port) throws IOException {
        this.socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port));
            this.in = socket.getInputStream();
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /**
     * What is to be presented.
     *
     * @param stimulus value of each parameter, one trial
     * @param finished whether the whole sequence is finished
     */
    public record Asked(Map<String, Double> stimulus, boolean finished) {
        /** Copies the map, keeping its order. */
        public Asked {
            stimulus = Collections.unmodifiableMap(new LinkedHashMap<>(stimulus));
        }
    }

    /**
     * Sets up an experiment.
     *
     * @param config the experiment file's text
     * @return its {@code strat_id}
     * @throws IOException if the connection is lost or the server refuses
     */
    public int setup(String config) throws IOException {
        return send("setup", Map.of("config_str", config)).required("strat_id").intValue();
    }

    /**
     * Asks what to present next.
     *
     * @return one trial
     * @throws IOException if the connection is lost or the server refuses
     */
    public Asked ask() throws IOException {
        JsonNode answer = send("ask", "");
        Map<String, Double> stimulus = new LinkedHashMap<>();
        answer.required("config")
                .properties()
                .forEach(entry -> stimulus.put(
                        entry.getKey(), entry.getValue().required(0).doubleValue()));
        return new Asked(stimulus, answer.required("is_finished").booleanValue());
    }

    /**
     * Tells what came of it.
     *
     * @param stimulus what was presented
     * @param outcome 0 or 1
     * @throws IOException if the connection is lost or the server refuses
     */
    public void tell(Map<String, Double> stimulus, int outcome) throws IOException {
        JsonNode unused = send("tell", Map.of("config", stimulus, "outcome", outcome));
    }

    /**
     * Sends any request.
     *
     * @param type such as {@code info}
     * @param message anything that can be written as JSON
     * @return the answer
     * @throws IOException if the connection is lost or the server refuses
     */
    public JsonNode send(String type, Object message) throws IOException {
        byte[] request = JSON.writeValueAsString(Map.of("type", type, "message", message))
                .getBytes(StandardCharsets.UTF_8);
        socket.getOutputStream().write(request);
        socket.getOutputStream().flush();
        JsonNode answer;
        try {
            JsonParser parser = answers.orElseGet(() -> JSON.createParser(in));
            answers = Optional.of(parser);
            answer = JSON.readTree(parser);
        } catch (RuntimeException e) {
            throw new IOException("the server hung up", e);
        }
        if (answer == null || answer.isMissingNode()) {
            throw new IOException("the server hung up");
        }
        if (answer.has("server_error")) {
            throw new IOException(answer.get("server_error").stringValue());
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
