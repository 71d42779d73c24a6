package org.aepsych.core.game.conduct;

import java.util.List;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;

/** A new beginning that is recorded, and of which nothing else has happened yet. */
public final class RecordedWipe {
    private RecordedWipe() {}

    public static List<ParticipantId> of(GameConduct conduct, ExperimentId experiment) {
        return conduct.wipe(experiment);
    }
}
