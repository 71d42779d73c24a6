package org.aepsych.core.game;

import com.google.inject.AbstractModule;
import jakarta.inject.Singleton;

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
