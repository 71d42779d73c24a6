package org.aepsych.core.adaptive.simulation.observer;

import java.util.ArrayList;
import java.util.List;
import org.aepsych.api.space.ParameterSpace;

/**
 * Observers of an experiment, each with answers of its own. Immutable.
 *
 * @param space the parameters
 * @param senses one for each outcome
 */
public record SimulatedObserver(ParameterSpace space, List<Sense> senses) implements Observers {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    /** Copies the list. */
    public SimulatedObserver {
        senses = List.copyOf(senses);
    }

    /**
     * How an outcome comes about.
     *
     * @param landscape what it depends on
     * @param response how that becomes the outcome
     */
    public record Sense(Landscape landscape, Response response) {}

    @Override
    public List<Responder> inSession(long seed) {
        List<Responder> responders = new ArrayList<>();
        for (int i = 0; i < senses.size(); i++) {
            Sense sense = senses.get(i);
            Surface surface = sense.landscape().inSession(space, seed + GOLDEN_GAMMA * i);
            responders.add(sense.response().of(surface, space));
        }
        return responders;
    }
}
