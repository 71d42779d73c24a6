package org.aepsych.api.strategy;

import java.util.Map;

/**
 * Which classes a strategy's state consists of, so that snapshots are read in a closed world.
 *
 * @param version raised whenever one of the classes changes; a snapshot of another version is not read
 * @param classes numeric ids, never reused, to classes; ids below 100 are the program's, plugins use 100 and above
 */
public record StateSchema(int version, Map<Integer, Class<?>> classes) {
    /** Copies the map. */
    public StateSchema {
        classes = Map.copyOf(classes);
    }
}
