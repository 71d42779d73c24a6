package org.aepsych.core.account;

import com.google.inject.AbstractModule;
import jakarta.inject.Singleton;
import org.aepsych.core.secret.SecretBox;
import org.aepsych.core.secret.SecretSource;

/** Binds the accounts; the storage and the clock come from elsewhere. */
public final class AccountModule extends AbstractModule {
    private final SecretBox box;

    /**
     * Binds the accounts.
     *
     * @param box seals what is kept of authenticators
     */
    public AccountModule(SecretBox box) {
        this.box = box;
    }

    @Override
    protected void configure() {
        bind(SecretSource.class).toInstance(SecretSource.secure());
        bind(SecretBox.class).toInstance(box);
        bind(Authenticators.class).in(Singleton.class);
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
