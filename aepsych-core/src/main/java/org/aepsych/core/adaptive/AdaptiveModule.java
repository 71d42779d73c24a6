package org.aepsych.core.adaptive;

import com.google.inject.AbstractModule;
import jakarta.inject.Singleton;
import org.aepsych.core.adaptive.message.SeedSource;
import org.aepsych.core.adaptive.message.SessionMessages;
import org.aepsych.core.adaptive.posterior.Posteriors;
import org.aepsych.core.adaptive.presented.PresentedExperiments;
import org.aepsych.core.adaptive.presented.PresentedSessions;
import org.aepsych.core.adaptive.session.AdaptiveProtocol;

/** Binds adaptive experiments; the lanes of their sessions, the storage and the clock come from elsewhere. */
public final class AdaptiveModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(SeedSource.class).toInstance(SeedSource.unpredictable());
        bind(AdaptiveProtocol.class).in(Singleton.class);
        bind(AdaptiveExperiments.class).in(Singleton.class);
        bind(SessionMessages.class).in(Singleton.class);
        bind(PresentedSessions.class).in(Singleton.class);
        bind(PresentedExperiments.class).in(Singleton.class);
        bind(Posteriors.class).in(Singleton.class);
        bind(AdaptiveHistory.class).in(Singleton.class);
        bind(SandboxObserver.class).in(Singleton.class);
    }
}
