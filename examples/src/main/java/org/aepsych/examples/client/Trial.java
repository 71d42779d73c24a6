package org.aepsych.examples.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What is presented in a trial.
 *
 * @param values for each parameter its value in each stimulus: a {@code Double} or a {@code String}
 */
public record Trial(Map<String, List<Object>> values) {
    /** Copies the map. */
    public Trial {
        values = Map.copyOf(values);
    }

    static Trial of(JsonNode config, int point) {
        Map<String, List<Object>> values = new LinkedHashMap<>();
        config.properties().forEach(entry -> {
            JsonNode value = entry.getValue().get(point);
            List<Object> stimuli = new ArrayList<>();
            if (value.isArray()) {
                value.forEach(stimulus -> stimuli.add(plain(stimulus)));
            } else {
                stimuli.add(plain(value));
            }
            values.put(entry.getKey(), stimuli);
        });
        return new Trial(values);
    }

    static Object plain(JsonNode value) {
        return value.isString() ? value.stringValue() : (Object) value.doubleValue();
    }

    /**
     * Returns a number of a single stimulus.
     *
     * @param parameter whose value
     * @return the value
     */
    public double number(String parameter) {
        return number(parameter, 0);
    }

    /**
     * Returns a number.
     *
     * @param parameter whose value
     * @param stimulus 0, or 1 for the second of two that are compared
     * @return the value
     */
    public double number(String parameter, int stimulus) {
        return (Double) value(parameter, stimulus);
    }

    /**
     * Returns a text, such as a choice.
     *
     * @param parameter whose value
     * @return the value in the first stimulus
     */
    public String text(String parameter) {
        return (String) value(parameter, 0);
    }

    private Object value(String parameter, int stimulus) {
        List<Object> stimuli = values.get(parameter);
        if (stimuli == null) {
            throw new IllegalArgumentException("there is no parameter " + parameter + " among " + values.keySet());
        }
        return stimuli.get(stimulus);
    }

    /** Returns the trial as the server wants to be told of it. */
    Map<String, Object> config() {
        Map<String, Object> config = new LinkedHashMap<>();
        values.forEach((name, stimuli) -> config.put(name, List.of(stimuli.size() == 1 ? stimuli.get(0) : stimuli)));
        return config;
    }
}
