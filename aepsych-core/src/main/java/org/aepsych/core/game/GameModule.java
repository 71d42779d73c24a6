package org.aepsych.core.game;

import com.google.inject.AbstractModule;
import jakarta.inject.Singleton;
import org.aepsych.core.game.conduct.GameConduct;
import org.aepsych.core.game.conduct.GameRemoval;
import org.aepsych.core.game.conduct.GameWipes;
import org.aepsych.core.game.decision.GameProtocol;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.core.game.experiment.GameHistory;
import org.aepsych.core.game.experiment.GameLanes;
import org.aepsych.core.game.experiment.RoundTimer;
import org.aepsych.core.game.participation.GameParticipation;
import org.aepsych.core.game.participation.ParticipantAccess;
import org.aepsych.core.game.participation.SandboxPlayers;

/** Binds game experiments; the engine that writes them, the storage and the clock come from elsewhere. */
public final class GameModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(GameProtocol.class).in(Singleton.class);
        bind(GameLanes.class).in(Singleton.class);
        bind(GameExperiments.class).in(Singleton.class);
        bind(GameConduct.class).in(Singleton.class);
        bind(GameParticipation.class).in(Singleton.class);
        bind(ParticipantAccess.class).in(Singleton.class);
        bind(GameHistory.class).in(Singleton.class);
        bind(SandboxPlayers.class).in(Singleton.class);
        bind(GameWipes.class).in(Singleton.class);
        bind(GameRemoval.class).in(Singleton.class);
        bind(RoundTimer.class).in(Singleton.class);
    }
}
