package org.aepsych.core.account;

import com.google.inject.AbstractModule;

/** Binds accounts, passwords and sessions; the storage and the clock come from elsewhere. */
public final class AccountModule extends AbstractModule {
    /** Creates the module. */
    public AccountModule() {}

    @Override
    protected void configure() {
        bind(SecretSource.class).toInstance(SecretSource.secure());
        bind(Passwords.class);
        bind(PasswordHashing.class).to(Passwords.class);
        bind(Sessions.class);
        bind(Administrators.class);
        bind(OneTimeLinks.class);
        bind(ParticipantSessions.class);
    }
}
