package org.aepsych.core.mail;

import com.google.inject.AbstractModule;
import jakarta.inject.Singleton;

/** Binds what writes mails; what sends them is started by whoever runs the server. */
public final class MailModule extends AbstractModule {
    private final MailSettings settings;

    /**
     * Wires mails.
     *
     * @param settings whether they can be sent
     */
    public MailModule(MailSettings settings) {
        this.settings = settings;
    }

    @Override
    protected void configure() {
        bind(MailSettings.class).toInstance(settings);
        bind(Outbox.class).in(Singleton.class);
        bind(MailDesk.class).in(Singleton.class);
        bind(RoundMails.class).in(Singleton.class);
    }
}
