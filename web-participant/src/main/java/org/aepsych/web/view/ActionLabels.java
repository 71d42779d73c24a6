package org.aepsych.web.view;

/** Letters for the rows and columns of a game. */
public final class ActionLabels {
    private static final int LETTERS = 26;

    private ActionLabels() {}

    /**
     * Labels one of one's own actions.
     *
     * @param place from 0, in the order of showing
     * @return a, b, … z, a2, b2, …
     */
    public static String own(int place) {
        return label('a', place);
    }

    /**
     * Labels one of the opponents' actions.
     *
     * @param place from 0, in the order of showing
     * @return A, B, … Z, A2, B2, …
     */
    public static String other(int place) {
        return label('A', place);
    }

    private static String label(char first, int place) {
        String letter = Character.toString(first + place % LETTERS);
        return place < LETTERS ? letter : letter + (place / LETTERS + 1);
    }
}
