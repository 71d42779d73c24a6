package org.aepsych.core.game.conduct;

import java.util.function.Function;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.game.decision.Draft;
import org.aepsych.core.game.decision.GameCommand;
import org.aepsych.core.game.decision.PayoffRules;
import org.aepsych.core.game.event.GameEvent.ParticipantReleased;
import org.aepsych.core.game.state.Absence;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.game.state.Player;

/** Lets a participant go for good, with what they have earned; changes nothing if they went before. */
final class Release extends GameCommand<Boolean> {
    private final ParticipantId participant;

    Release(PayoffRules rules, ParticipantId participant) {
        super(rules);
        this.participant = participant;
    }

    @Override
    protected Function<GameState, Boolean> act(Draft draft) {
        GameState state = draft.state();
        Player player = state.require(participant);
        if (player.absence().filter(Absence::released).isPresent()) {
            return after -> false;
        }
        if (state.phase() != GamePhase.STARTED || state.round() >= state.rounds()) {
            throw new AepsychException(
                    StandardError.STATE_CONFLICT,
                    "participants are released between the start and the end of the last round; before, exclude them");
        }
        if (player.seat().isEmpty()) {
            throw new AepsychException(
                    StandardError.STATE_CONFLICT,
                    "participant " + participant
                            + " waits in the lobby and has earned nothing yet; exclude them instead");
        }
        draft.record(new ParticipantReleased(participant));
        return after -> true;
    }
}
