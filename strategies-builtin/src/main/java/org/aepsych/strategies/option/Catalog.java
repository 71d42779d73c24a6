package org.aepsych.strategies.option;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.Problem;

/**
 * Things of one kind under the names that experiment files use. Immutable.
 *
 * @param kind what they are, for people: "acquisition function"
 * @param entries by name, in the order in which messages list them
 * @param <T> the things
 */
public record Catalog<T>(String kind, Map<String, T> entries) {
    /** Copies the map, keeping its order. */
    public Catalog {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /**
     * Finds a thing.
     *
     * @param name as written in the file
     * @param section the section in which it is written
     * @param option the option whose value it is
     * @return the thing
     * @throws ConfigException listing the known names if this is none of them
     */
    public T get(String name, String section, String option) {
        T entry = entries.get(name);
        if (entry == null) {
            Problem problem = Problem.of(
                    section,
                    option,
                    "there is no " + kind + " \"" + name + "\"; known are " + String.join(", ", entries.keySet()));
            throw new ConfigException(nearest(name)
                    .map(known -> problem.withHint("did you mean " + known + "?"))
                    .orElse(problem));
        }
        return entry;
    }

    private Optional<String> nearest(String name) {
        String best = "";
        int least = Integer.MAX_VALUE;
        for (String known : entries.keySet()) {
            int distance = EditDistance.between(name, known);
            if (distance < least) {
                least = distance;
                best = known;
            }
        }
        return least <= Math.max(2, name.length() / 3) ? Optional.of(best) : Optional.empty();
    }
}
