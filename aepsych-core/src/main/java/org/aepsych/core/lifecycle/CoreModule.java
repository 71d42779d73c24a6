package org.aepsych.core.lifecycle;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.account.AccountModule;
import org.aepsych.core.adaptive.AdaptiveModule;
import org.aepsych.core.adaptive.message.ZeroWait;
import org.aepsych.core.adaptive.session.AdaptiveProtocol;
import org.aepsych.core.adaptive.session.SessionLanes;
import org.aepsych.core.database.Backups;
import org.aepsych.core.database.StorageFacts;
import org.aepsych.core.engine.Engine;
import org.aepsych.core.export.Exports;
import org.aepsych.core.game.GameModule;
import org.aepsych.core.game.decision.GameProtocol;
import org.aepsych.core.game.event.GameEvent;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.history.StreamHistory;
import org.aepsych.core.message.AdaptiveDesk;
import org.aepsych.core.secret.SecretBox;

/** Binds both kinds of experiment over an open storage, and the accounts; what plugins contribute comes from elsewhere. */
public final class CoreModule extends AbstractModule {
    private final Storage storage;
    private final Executor lanes;
    private final ZeroWait zeroWait;
    private final SecretBox secrets;

    /**
     * Wires the core.
     *
     * @param storage open; whoever opened it closes it
     * @param lanes runs the streams; several threads
     * @param zeroWait prepares asks; whoever made it closes it
     * @param secrets seals what is kept of authenticators
     */
    public CoreModule(Storage storage, Executor lanes, ZeroWait zeroWait, SecretBox secrets) {
        this.secrets = secrets;
        this.storage = storage;
        this.lanes = lanes;
        this.zeroWait = zeroWait;
    }

    @Override
    protected void configure() {
        install(new AccountModule(secrets));
        install(new GameModule());
        install(new AdaptiveModule());
        bind(Storage.class).toInstance(storage);
        bind(InstantSource.class).toInstance(InstantSource.system());
        bind(RandomGenerator.class).toInstance(new SecureRandom());
        bind(ZeroWait.class).toInstance(zeroWait);
        bind(StorageFacts.class);
        bind(Backups.class).in(Singleton.class);
        bind(Exports.class).in(Singleton.class);
        bind(Renewal.class);
        bind(StreamHistory.class).in(Singleton.class);
        bind(AdaptiveDesk.class).in(Singleton.class);
    }

    @Provides
    @Singleton
    Engine<GameState, GameEvent> games(GameProtocol protocol, InstantSource clock) {
        return new Engine<>(protocol, storage, clock, lanes);
    }

    @Provides
    @Singleton
    SessionLanes sessions(AdaptiveProtocol protocol, InstantSource clock) {
        return new SessionLanes(storage, protocol, clock, lanes);
    }
}
