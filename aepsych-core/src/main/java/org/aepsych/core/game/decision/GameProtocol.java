package org.aepsych.core.game.decision;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.event.NewEvent;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.ResultRow;
import org.aepsych.core.engine.EventStamp;
import org.aepsych.core.engine.StreamProtocol;
import org.aepsych.core.game.event.GameEvent;
import org.aepsych.core.game.event.GameEventCodec;
import org.aepsych.core.game.state.GameRows;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.plugin.Extensions;

/** How streams of game experiments work. */
public final class GameProtocol implements StreamProtocol<GameState, GameEvent> {
    private final GameEventCodec codec = new GameEventCodec();
    private final PayoffRules rules;

    /**
     * A protocol with the payoff rules that are installed.
     *
     * @param extensions has them; they are only needed to recompute
     */
    @Inject
    public GameProtocol(Extensions extensions) {
        this.rules = new PayoffRules(extensions);
    }

    @Override
    public Protocol kind() {
        return Protocol.GAME;
    }

    @Override
    public boolean keepsStates() {
        return true;
    }

    @Override
    public GameState initial(StreamId stream) {
        return GameState.EMPTY;
    }

    @Override
    public GameState apply(GameState state, RecordedEvent recorded, GameEvent event) {
        return state.after(event, recorded.timestamp());
    }

    @Override
    public NewEvent encode(EventStamp stamp, GameEvent event) {
        return codec.encode(stamp.timestamp(), stamp.extraInfo(), event);
    }

    @Override
    public GameEvent decode(RecordedEvent recorded) {
        return codec.decode(recorded);
    }

    @Override
    public List<ResultRow> rows(GameState after, RecordedEvent recorded, GameEvent event) {
        return event.accept(new GameRows(after, recorded));
    }

    @Override
    public Optional<Divergence> recompute(GameState before, RecordedEvent recorded, GameEvent event) {
        return event.accept(new Recomputation(before, recorded, rules));
    }
}
