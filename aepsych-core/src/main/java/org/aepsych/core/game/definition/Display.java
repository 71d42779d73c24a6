package org.aepsych.core.game.definition;

/**
 * What participants are shown, and how.
 *
 * @param kind which instructions are shown before the experimenter's own words
 * @param instructions the experimenter's own words, empty if there are none
 * @param history whether averages of finished rounds are shown
 * @param shuffled whether games and actions are shown in an order of each participant's own
 * @param relativeRounds whether rounds are counted from each participant's first one
 */
public record Display(
        InstructionKind kind, String instructions, boolean history, boolean shuffled, boolean relativeRounds) {
    private static final int NO_HISTORY = 1;
    private static final int NO_SHUFFLE = 2;
    private static final int RELATIVE = 4;

    /**
     * Plain words and switches.
     *
     * @param instructions text, empty if there is none
     * @param history whether averages of finished rounds are shown
     * @param shuffled whether games and actions are shown in an order of each participant's own
     * @param relativeRounds whether rounds are counted from each participant's first one
     */
    public Display(String instructions, boolean history, boolean shuffled, boolean relativeRounds) {
        this(InstructionKind.TEXT, instructions, history, shuffled, relativeRounds);
    }

    /**
     * Returns the same with other words of the experimenter's.
     *
     * @param words text
     * @return a copy
     */
    Display saying(String words) {
        return new Display(kind, words, history, shuffled, relativeRounds);
    }

    /**
     * Returns the switches as databases keep them.
     *
     * @return sum of 1 if the history is hidden, 2 if nothing is shuffled, 4 if rounds are relative
     */
    public int flags() {
        return (history ? 0 : NO_HISTORY) + (shuffled ? 0 : NO_SHUFFLE) + (relativeRounds ? RELATIVE : 0);
    }
}
