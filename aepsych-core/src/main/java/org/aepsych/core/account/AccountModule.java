package org.aepsych.core.account;

import com.google.inject.AbstractModule;
import jakarta.inject.Singleton;

/** Binds the accounts; the storage and the clock come from elsewhere. */
public final class AccountModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(SecretSource.class).toInstance(SecretSource.secure());
        bind(Passwords.class).in(Singleton.class);
        bind(PasswordHashing.class).to(Passwords.class);
        bind(Sessions.class).in(Singleton.class);
        bind(Administrators.class).in(Singleton.class);
        bind(Presence.class).in(Singleton.class);
        bind(ParticipantSessions.class).in(Singleton.class);
        bind(OneTimeLinks.class).in(Singleton.class);
        bind(Members.class).in(Singleton.class);
        bind(ApiTokens.class).in(Singleton.class);
        bind(AuditLog.class).in(Singleton.class);
    }
}
