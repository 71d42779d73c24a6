package org.aepsych.core.game.experiment;

import java.util.Set;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;

/** Is told how a game experiment has changed. Called on a thread of the engine; must be quick. */
public interface GameChangeListener {
    /**
     * What happened concerns single participants only: they played, or were written to. What others may see is as before,
     * but for the turnout.
     *
     * @param experiment which
     * @param who they are
     */
    void concerned(ExperimentId experiment, Set<ParticipantId> who);

    /**
     * Anything else has happened, or it is not known what.
     *
     * @param experiment which
     */
    void changed(ExperimentId experiment);
}
