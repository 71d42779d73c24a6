package org.aepsych.api.game;

/** Which side of a bimatrix a player is on. */
public enum Role {
    /** Chooses among the rows; gamelab's role 0. */
    ROW,
    /** Chooses among the columns; gamelab's role 1. */
    COLUMN;

    /**
     * Returns the other side.
     *
     * @return the opponents' role
     */
    public Role opponent() {
        return this == ROW ? COLUMN : ROW;
    }

    /**
     * Returns the number that databases use.
     *
     * @return 0 for row, 1 for column
     */
    public int number() {
        return this == ROW ? 0 : 1;
    }
}
