package org.aepsych.core.game;

import java.time.InstantSource;
import java.util.Random;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.engine.Engine;
import org.aepsych.core.game.conduct.GameConduct;
import org.aepsych.core.game.event.GameEvent;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.core.game.experiment.GameLanes;
import org.aepsych.core.game.participation.GameParticipation;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.plugin.Extensions;

/** All that doors of one server call of its game experiments. */
public record GameDoors(
        GameLanes lanes, GameExperiments experiments, GameConduct conduct, GameParticipation participation) {

    public static GameDoors over(
            Engine<GameState, GameEvent> engine,
            Storage storage,
            InstantSource clock,
            Extensions extensions,
            Random random) {
        GameLanes lanes = new GameLanes(engine, storage, clock, extensions);
        return new GameDoors(
                lanes,
                new GameExperiments(lanes, storage, clock, extensions, random),
                new GameConduct(lanes, random),
                new GameParticipation(lanes, storage, clock, password -> "hash of " + password, random));
    }
}
