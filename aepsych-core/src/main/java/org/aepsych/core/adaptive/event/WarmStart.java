package org.aepsych.core.adaptive.event;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.aepsych.api.strategy.Observation;

/**
 * What the strategies of a session know of earlier sessions. The observations themselves are recorded, so a session comes
 * out the same wherever its log is, whatever became of the earlier ones.
 *
 * @param sources the earlier sessions
 * @param steps for each step of the sequence, the 0-based places of its sources; empty if no step has any
 */
public record WarmStart(List<Source> sources, List<List<Integer>> steps) {
    /** Nothing is known. */
    public static final WarmStart NONE = new WarmStart(List.of(), List.of());

    /** Copies the lists. */
    public WarmStart {
        sources = List.copyOf(sources);
        steps = steps.stream().map(List::copyOf).toList();
    }

    /**
     * An earlier session.
     *
     * @param position its log as it was read
     * @param observations what is known from it
     */
    public record Source(LogPosition position, List<Observation> observations) {
        /** Copies the list. */
        public Source {
            observations = List.copyOf(observations);
        }
    }

    boolean isEmpty() {
        return sources.isEmpty();
    }

    /**
     * Returns what a step knows: its own sources' observations and those of the steps before, each once.
     *
     * @param step 0-based
     * @return in the order of the sources
     */
    public List<Observation> until(int step) {
        TreeSet<Integer> known = new TreeSet<>();
        for (int i = 0; i <= step && i < steps.size(); i++) {
            known.addAll(steps.get(i));
        }
        List<Observation> observations = new ArrayList<>();
        known.forEach(source -> observations.addAll(sources.get(source).observations()));
        return observations;
    }
}
