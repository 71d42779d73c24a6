package org.aepsych.core.game.conduct;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.game.decision.Draft;
import org.aepsych.core.game.decision.GameCommand;
import org.aepsych.core.game.decision.PayoffRules;
import org.aepsych.core.game.event.GameEvent.ExperimentWiped;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.game.state.Player;

/** Makes an experiment new again; answers who registered themselves and is gone. */
final class Wipe extends GameCommand<List<ParticipantId>> {
    private final LongSupplier seeds;

    Wipe(PayoffRules rules, LongSupplier seeds) {
        super(rules);
        this.seeds = seeds;
    }

    @Override
    protected Function<GameState, List<ParticipantId>> act(Draft draft) {
        GameState state = draft.state();
        draft.record(new ExperimentWiped(state.players().stream()
                .filter(player -> !player.selfRegistered())
                .map(player -> new ExperimentWiped.Retained(player.id(), seeds.getAsLong()))
                .toList()));
        List<ParticipantId> gone = state.players().stream()
                .filter(Player::selfRegistered)
                .map(Player::id)
                .toList();
        return after -> gone;
    }
}
