package org.aepsych.examples.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An adaptive experiment on a server. Thread-safe. */
public final class Experiment {
    private final AepsychClient client;
    private final int number;

    Experiment(AepsychClient client, int number) {
        this.client = client;
        this.number = number;
    }

    /**
     * What to present next.
     *
     * @param trials one for each point that was asked for
     * @param finished whether the experiment needs no more trials after these
     */
    public record Asked(List<Trial> trials, boolean finished) {
        /** Copies the list. */
        public Asked {
            trials = List.copyOf(trials);
        }
    }

    /**
     * What the model believes about a place.
     *
     * @param at value of each parameter
     * @param value the response there: a probability, as experiments with yes and no have it
     */
    public record Belief(Map<String, Object> at, double value) {
        /** Copies the map. */
        public Belief {
            at = Map.copyOf(at);
        }
    }

    /**
     * Returns the number under which the server keeps the experiment.
     *
     * @return its {@code strat_id}
     */
    public int number() {
        return number;
    }

    /**
     * Asks for the next trial.
     *
     * @return a single one
     */
    public Asked ask() {
        return ask(1, Map.of());
    }

    /**
     * Asks for the next trials.
     *
     * @param points how many
     * @param fixed values at which parameters are held
     * @return at most that many
     */
    public Asked ask(int points, Map<String, ?> fixed) {
        JsonNode answer = send("ask", Map.of("num_points", points, "fixed_pars", fixed));
        int given = answer.required("num_points").intValue();
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < given; i++) {
            trials.add(Trial.of(answer.required("config"), i));
        }
        return new Asked(trials, answer.required("is_finished").booleanValue());
    }

    /**
     * Tells what came of a trial.
     *
     * @param trial what was presented
     * @param outcome 1 or 0 for yes or no, or what was measured
     * @param notes what else to keep of the trial, such as a response time
     */
    public void tell(Trial trial, double outcome, Map<String, ?> notes) {
        Map<String, Object> message = new LinkedHashMap<>(notes);
        message.put("config", trial.config());
        message.put("outcome", outcome);
        send("tell", message);
    }

    /**
     * Finds the place where the response is greatest.
     *
     * @return the place
     */
    public Belief max() {
        return belief(Map.of("query_type", "max", "probability_space", true));
    }

    /**
     * Finds a place where the response has a certain probability: a threshold.
     *
     * @param probability of the response
     * @return the place
     */
    public Belief threshold(double probability) {
        return belief(Map.of("query_type", "inverse", "probability_space", true, "y", probability));
    }

    /**
     * Predicts the response at a place.
     *
     * @param at value of each parameter
     * @return the place with its probability
     */
    public Belief predict(Map<String, ?> at) {
        return belief(Map.of("query_type", "prediction", "probability_space", true, "x", at));
    }

    /** Ends the present step of the experiment's sequence; the next ask goes to the next one. */
    public void finishStep() {
        send("finish_strategy", Map.of());
    }

    private Belief belief(Map<String, ?> query) {
        JsonNode answer = send("query", query);
        Map<String, Object> at = new LinkedHashMap<>();
        answer.required("x")
                .properties()
                .forEach(entry ->
                        at.put(entry.getKey(), Trial.plain(entry.getValue().get(0))));
        return new Belief(at, answer.required("y").doubleValue());
    }

    private JsonNode send(String type, Map<String, ?> message) {
        return client.post("/" + number + "/" + type, message);
    }
}
