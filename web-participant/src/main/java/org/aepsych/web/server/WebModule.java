package org.aepsych.web.server;

import com.google.inject.AbstractModule;
import org.aepsych.web.security.WebSettings;

/** Binds the web server; the experiments, the storage and the clock come from elsewhere. */
public final class WebModule extends AbstractModule {
    private final WebSettings settings;

    /**
     * Wires the server.
     *
     * @param settings what it has to know about its surroundings
     */
    public WebModule(WebSettings settings) {
        this.settings = settings;
    }

    @Override
    protected void configure() {
        bind(WebSettings.class).toInstance(settings);
        bind(WebServer.class).asEagerSingleton();
    }
}
