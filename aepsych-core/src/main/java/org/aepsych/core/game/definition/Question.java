package org.aepsych.core.game.definition;

/**
 * A question of the experimenter's own, answered in free text before joining.
 *
 * @param text the question, not blank
 * @param answer the only right answer, to the letter; never shown to participants
 */
public record Question(String text, String answer) {
    /** Longest question and answer. */
    public static final int LONGEST = 2_000;

    /** Checks the texts. */
    public Question {
        if (text.isBlank() || answer.isBlank() || text.length() > LONGEST || answer.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a question and its answer have 1 to " + LONGEST + " characters that are not all blank");
        }
    }

    /** Returns the question only: logs and pages are no place for the answer. */
    @Override
    public String toString() {
        return "Question[" + text + "]";
    }
}
