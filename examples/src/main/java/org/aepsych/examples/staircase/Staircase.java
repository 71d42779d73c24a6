package org.aepsych.examples.staircase;

import java.util.List;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.strategy.AskRequest;
import org.aepsych.api.strategy.Observation;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.api.strategy.Proposal;
import org.aepsych.api.strategy.Strategy;

/**
 * One down after two hits in a row, one up after every miss; converges on the level that is seen in 71 % of the trials
 * (Levitt 1971, Transformed up-down methods in psychoacoustics, table I).
 */
final class Staircase implements Strategy {
    private final Parameter.Continuous range;
    private final double step;
    private Step now;

    Staircase(Parameter.Continuous range, double step, Step now) {
        this.range = range;
        this.step = step;
        this.now = now;
    }

    /** All that decides the next presentation: the level, and how many hits in a row there were on it. */
    record Step(double level, int hits) {}

    @Override
    public Proposal ask(AskRequest request) {
        return Proposal.of(List.of(Presentation.of(Stimulus.of(now.level()))));
    }

    @Override
    public void asked(AskRequest request, Proposal proposal) {
        // Only answers move a staircase.
    }

    @Override
    public void tell(Observation observation) {
        boolean hit = observation.outcomes().get(0) > 0.5;
        if (!hit) {
            now = new Step(Math.min(range.upper(), now.level() + step), 0);
        } else if (now.hits() == 0) {
            now = new Step(now.level(), 1);
        } else {
            now = new Step(Math.max(range.lower(), now.level() - step), 0);
        }
    }

    @Override
    public Record state() {
        return now;
    }
}
