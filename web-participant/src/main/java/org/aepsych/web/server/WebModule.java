package org.aepsych.web.server;

import com.google.inject.AbstractModule;
import jakarta.inject.Singleton;
import org.aepsych.web.admin.AdminModule;
import org.aepsych.web.api.ApiModule;
import org.aepsych.web.live.LiveModule;
import org.aepsych.web.participant.ParticipantModule;
import org.aepsych.web.problem.ProblemModule;
import org.aepsych.web.security.SecurityModule;
import org.aepsych.web.security.WebSettings;
import org.aepsych.web.view.ViewModule;

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
        install(new ViewModule());
        install(new SecurityModule());
        install(new ProblemModule());
        install(new LiveModule());
        install(new ParticipantModule());
        install(new AdminModule());
        install(new ApiModule());
        bind(WebServer.class).in(Singleton.class);
    }
}
