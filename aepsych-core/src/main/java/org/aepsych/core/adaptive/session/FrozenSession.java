package org.aepsych.core.adaptive.session;

import java.util.List;
import org.aepsych.api.strategy.Observation;
import org.aepsych.core.adaptive.design.ExperimentDesign;
import org.aepsych.core.adaptive.event.AdaptiveEvent;

/**
 * A session at one moment, immutable and cheap to take, from which sessions of their own can go on: what would be decided
 * if this or that happened next?
 *
 * @param design the experiment
 * @param setup how the session began
 * @param observations everything observed
 * @param asks how many asks there were
 * @param step the step at work
 */
public record FrozenSession(
        ExperimentDesign design, AdaptiveEvent.Setup setup, List<Observation> observations, int asks, FrozenStep step) {
    /** Copies the list. */
    public FrozenSession {
        observations = List.copyOf(observations);
    }

    /**
     * A step at one moment.
     *
     * @param index 0-based step
     * @param state the strategy's state
     * @param seeds what is known from other sessions
     * @param asked how many points were asked for
     * @param handedOut how many presentations were handed out
     * @param declaredFinished whether a client declared the step finished
     */
    record FrozenStep(
            int index, Record state, List<Observation> seeds, int asked, int handedOut, boolean declaredFinished) {
        FrozenStep {
            seeds = List.copyOf(seeds);
        }
    }

    /**
     * Returns a session that goes on from here, on its own.
     *
     * @return a new one; this moment does not change
     * @throws org.aepsych.api.AepsychException {@code PLUGIN_INVALID} if the strategy cannot be made
     */
    public Session thaw() {
        return Session.of(this);
    }

    /**
     * Tells whether a session is at this moment but for one more observation.
     *
     * @param session as it is now
     * @param observation the one
     * @return whether it went on with just that
     */
    public boolean precedes(Session session, Observation observation) {
        List<Observation> now = session.observations();
        StepRun current = session.current();
        return session.asks() == asks
                && now.size() == observations.size() + 1
                && now.get(observations.size()).equals(observation)
                && current.step().index() == step.index
                && current.declaredFinished() == step.declaredFinished;
    }
}
