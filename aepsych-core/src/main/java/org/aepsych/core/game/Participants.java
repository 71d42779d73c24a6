package org.aepsych.core.game;

import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ParticipantId;

/** Finds participants who must be there. */
final class Participants {
    private Participants() {}

    static Player require(GameState state, ParticipantId id) {
        return state.player(id)
                .orElseThrow(() -> new AepsychException(
                        StandardError.PARTICIPANT_NOT_FOUND, "this experiment has no participant " + id));
    }
}
