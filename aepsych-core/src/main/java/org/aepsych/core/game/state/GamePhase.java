package org.aepsych.core.game.state;

/** How far a game experiment is. */
public enum GamePhase {
    /** Being set up; participants may register. */
    NEW,
    /** Started; rounds are running or about to begin. */
    STARTED,
    /** All rounds are settled and the tickets counted. */
    OVER,
    /** The winning tickets are drawn. */
    DRAWN;

    /**
     * Returns the number that databases use.
     *
     * @return 0 to 3 in the order of time
     */
    public int number() {
        return switch (this) {
            case NEW -> 0;
            case STARTED -> 1;
            case OVER -> 2;
            case DRAWN -> 3;
        };
    }
}
