package org.aepsych.core.game.definition;

/**
 * Who may come in.
 *
 * @param playerMax most participants present at a time for each role, 0 for no limit
 * @param selfRegistration whether participants may register themselves
 * @param keptAfterStart whether they still may once the experiment was started
 */
public record Admission(int playerMax, boolean selfRegistration, boolean keptAfterStart) {
    /** Checks the limit. */
    public Admission {
        if (playerMax < 0) {
            throw new IllegalArgumentException("a limit of players is not negative, but is " + playerMax);
        }
    }
}
