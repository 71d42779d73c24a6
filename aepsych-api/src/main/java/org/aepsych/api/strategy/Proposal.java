package org.aepsych.api.strategy;

import java.util.List;

/**
 * A strategy's answer to an ask, as it is recorded in the log.
 *
 * @param presentations at most as many as were asked for; fewer, or none, if the strategy runs out
 * @param memory what the strategy has to remember of this decision beyond the observations, such as fitted
 *     hyper-parameters that the next fit starts from; recorded with the ask, so that a restart needs no refit
 */
public record Proposal(List<Presentation> presentations, List<Double> memory) {
    /** Copies the lists. */
    public Proposal {
        presentations = List.copyOf(presentations);
        memory = List.copyOf(memory);
    }

    /**
     * A proposal without memory.
     *
     * @param presentations what to present
     * @return the proposal
     */
    public static Proposal of(List<Presentation> presentations) {
        return new Proposal(presentations, List.of());
    }
}
