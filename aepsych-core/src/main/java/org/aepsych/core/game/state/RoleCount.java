package org.aepsych.core.game.state;

/**
 * Players of one role in a round.
 *
 * @param present participants who are enabled and may play
 * @param complete those of them who have played all games
 */
public record RoleCount(int present, int complete) {
    /** Nobody. */
    public static final RoleCount NONE = new RoleCount(0, 0);

    /**
     * Returns the count with one more.
     *
     * @param hasPlayedAll whether the player has played all games
     * @return a copy
     */
    public RoleCount with(boolean hasPlayedAll) {
        return new RoleCount(present + 1, complete + (hasPlayedAll ? 1 : 0));
    }

    /**
     * Returns the count after one who was present has played the last game.
     *
     * @return a copy
     */
    public RoleCount completed() {
        return new RoleCount(present, complete + 1);
    }
}
