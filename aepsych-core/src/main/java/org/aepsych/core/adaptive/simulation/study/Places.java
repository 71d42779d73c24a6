package org.aepsych.core.adaptive.simulation.study;

import java.util.List;
import java.util.random.RandomGenerator;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.space.Stimulus;
import org.aepsych.core.adaptive.simulation.observer.Grid;
import org.aepsych.core.adaptive.simulation.observer.Responder;

/** Where beliefs and truth are compared: others in each session, so that what they have in common is no error of all. */
final class Places {
    private static final int POINTS = 1000;

    private final Grid grid;
    private final List<Stimulus> points;

    Places(ParameterSpace space, RandomGenerator random) {
        grid = new Grid(space, random.doubles(space.size()).toArray());
        points = grid.positions(POINTS).stream().map(grid::stimulus).toList();
    }

    Grid grid() {
        return grid;
    }

    List<Stimulus> points() {
        return points;
    }

    /** Returns what is true at stimuli. */
    double[] truth(List<Stimulus> stimuli, Responder observer) {
        return stimuli.stream()
                .mapToDouble(stimulus -> observer.expected(grid.numbers(stimulus)))
                .toArray();
    }
}
