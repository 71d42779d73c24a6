package org.aepsych.strategies.generator;

/**
 * The state of a strategy that hands out a list which was laid down when it was made.
 *
 * @param presentations how many it has handed out
 */
public record Drawn(int presentations) {
    /** Checks the number. */
    public Drawn {
        if (presentations < 0) {
            throw new IllegalArgumentException("a number of presentations is not negative: " + presentations);
        }
    }

    Drawn plus(int more) {
        return new Drawn(presentations + more);
    }
}
