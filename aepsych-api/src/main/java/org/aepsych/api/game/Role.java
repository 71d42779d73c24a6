package org.aepsych.api.game;

/**
 * Which player of a game somebody is. In games of two, the row and the column player.
 *
 * @param number from 0, as databases have it
 */
public record Role(int number) implements Comparable<Role> {
    /** Chooses among the rows of a bimatrix; gamelab's role 0. */
    public static final Role ROW = new Role(0);

    /** Chooses among the columns of a bimatrix; gamelab's role 1. */
    public static final Role COLUMN = new Role(1);

    /** Checks the number. */
    public Role {
        if (number < 0) {
            throw new IllegalArgumentException("roles are numbered from 0, but one is " + number);
        }
    }

    /**
     * Finds a role by its name.
     *
     * @param name as {@link #toString()} writes it
     * @return the role
     * @throws IllegalArgumentException if no role has that name
     */
    public static Role named(String name) {
        return switch (name) {
            case "row" -> ROW;
            case "column" -> COLUMN;
            default -> {
                if (!name.matches("player [1-9][0-9]?")) {
                    throw new IllegalArgumentException("no role is called \"" + name + "\"");
                }
                yield new Role(Integer.parseInt(name.substring("player ".length())) - 1);
            }
        };
    }

    /**
     * Returns the other side of a game of two.
     *
     * @return the opponents' role
     * @throws IllegalStateException if this is neither the row nor the column player
     */
    public Role opponent() {
        if (number > COLUMN.number) {
            throw new IllegalStateException("role " + number + " has more than one opponent");
        }
        return isRow() ? COLUMN : ROW;
    }

    /**
     * Tells whether this is the first role.
     *
     * @return whether it chooses among the rows
     */
    public boolean isRow() {
        return number == 0;
    }

    @Override
    public int compareTo(Role other) {
        return Integer.compare(number, other.number);
    }

    /**
     * Returns the name that people read and files have.
     *
     * @return {@code row}, {@code column}, and from the third role on its number counted from 1: {@code player 3}
     */
    @Override
    public String toString() {
        return switch (number) {
            case 0 -> "row";
            case 1 -> "column";
            default -> "player " + (number + 1);
        };
    }
}
