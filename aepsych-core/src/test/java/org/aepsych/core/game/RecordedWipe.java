package org.aepsych.core.game;

import java.util.List;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;

/** A new beginning that is recorded, and of which nothing else has happened yet. */
final class RecordedWipe {
    private RecordedWipe() {}

    static List<ParticipantId> of(GameConduct conduct, ExperimentId experiment) {
        return conduct.wipe(experiment);
    }
}
