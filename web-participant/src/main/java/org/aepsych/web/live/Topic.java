package org.aepsych.web.live;

import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.StreamId;

/** What a page can be told news of. */
public sealed interface Topic {
    /**
     * A game experiment.
     *
     * @param experiment which
     */
    record GameExperiment(ExperimentId experiment) implements Topic {}

    /**
     * A participant's session of an adaptive experiment.
     *
     * @param stream its log
     */
    record AdaptiveSession(StreamId stream) implements Topic {}

    /**
     * An adaptive experiment with all its sessions.
     *
     * @param experiment which
     */
    record AdaptiveExperiment(ExperimentId experiment) implements Topic {}
}
