package org.aepsych.strategies.generator;

import java.util.ArrayList;
import java.util.List;

/**
 * The state of a model-based strategy.
 *
 * @param trials all observations, in order
 * @param asks how many presentations have been asked for
 * @param memory hyper-parameters that the latest proposal was made with; empty before the first
 * @param current whether nothing was observed since then, so that they need no refit
 */
public record Learnt(List<Trial> trials, int asks, List<Double> memory, boolean current) {
    /** Copies the lists. */
    public Learnt {
        trials = List.copyOf(trials);
        memory = List.copyOf(memory);
    }

    static Learnt nothing() {
        return new Learnt(List.of(), 0, List.of(), false);
    }

    Learnt asked(int points, List<Double> fitted) {
        return new Learnt(trials, asks + points, fitted, true);
    }

    Learnt told(Trial trial) {
        List<Trial> more = new ArrayList<>(trials);
        more.add(trial);
        return new Learnt(more, asks, memory, false);
    }
}
