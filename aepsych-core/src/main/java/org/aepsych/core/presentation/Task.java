package org.aepsych.core.presentation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a participant does in each trial. */
public enum Task {
    /** One stimulus: was it there? 1 for yes. */
    YES_NO(1),
    /** Two intervals, one after the other: which one had the stimulus? 1 for the right one. */
    TWO_INTERVAL(1),
    /** Two places, side by side: which one has the stimulus? 1 for the right one. */
    TWO_ALTERNATIVE(1),
    /** The stimulus and a reference, side by side: which one do you choose? 1 for the stimulus. */
    CHOICE(1),
    /** Two stimuli of the strategy, side by side: which one do you prefer? 0 for the first of them, 1 for the second. */
    PREFERENCE(2),
    /** One stimulus, rated on a scale: 0 for the lowest level. */
    RATING(1),
    /** A page of one's own, such as a jsPsych timeline, presents the stimulus and reports the outcome itself. */
    EXTERNAL(1);

    private final int stimuli;

    Task(int stimuli) {
        this.stimuli = stimuli;
    }

    /**
     * Finds a task.
     *
     * @param key as files write it, such as {@code two_interval}
     * @return the task, or empty
     */
    public static Optional<Task> find(String key) {
        return Arrays.stream(values())
                .filter(task -> task.key().equals(key.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /**
     * Returns the names of all tasks.
     *
     * @return as files write them
     */
    public static List<String> keys() {
        return Arrays.stream(values()).map(Task::key).toList();
    }

    /**
     * Returns what files and pages call it.
     *
     * @return lower case with underscores
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns how many stimuli of the strategy a trial shows.
     *
     * @return 1 or 2
     */
    public int stimuli() {
        return stimuli;
    }

    /**
     * Tells whether a trial shows two things of which one is chosen.
     *
     * @return whether there are two slots
     */
    public boolean twoSlots() {
        return this == TWO_INTERVAL || this == TWO_ALTERNATIVE || this == CHOICE || this == PREFERENCE;
    }

    /**
     * Tells whether answers are right or wrong.
     *
     * @return whether feedback makes sense
     */
    public boolean hasRightAnswer() {
        return this == TWO_INTERVAL || this == TWO_ALTERNATIVE;
    }
}
