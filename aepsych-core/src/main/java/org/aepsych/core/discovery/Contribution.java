package org.aepsych.core.discovery;

import java.util.Set;

/**
 * One thing that a plugin adds.
 *
 * @param kind what it is: {@code strategy}, {@code payoff rule}, {@code player policy}, {@code presenter} or {@code
 *     storage}
 * @param name what files call it
 * @param aliases other names, where they are known before the program is wired
 */
public record Contribution(String kind, String name, Set<String> aliases) {
    static final String STRATEGY = "strategy";
    static final String PAYOFF_RULE = "payoff rule";
    static final String PLAYER_POLICY = "player policy";
    static final String PRESENTER = "presenter";
    static final String STORAGE = "storage";

    /** Copies the set. */
    public Contribution {
        aliases = Set.copyOf(aliases);
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
