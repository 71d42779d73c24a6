package org.aepsych.web.server;

import com.google.inject.AbstractModule;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.aepsych.core.config.server.ClientRules;
import org.aepsych.core.mail.ParticipantMails;
import org.aepsych.web.adaptive.AepsychModule;
import org.aepsych.web.admin.AdminModule;
import org.aepsych.web.api.ApiModule;
import org.aepsych.web.export.ExportDownload;
import org.aepsych.web.gamelab.GamelabModule;
import org.aepsych.web.live.GameNews;
import org.aepsych.web.live.LiveUpdates;
import org.aepsych.web.live.Pulse;
import org.aepsych.web.live.SessionNews;
import org.aepsych.web.mail.TranslatedMails;
import org.aepsych.web.participant.ParticipantModule;
import org.aepsych.web.presentation.PresentationModule;
import org.aepsych.web.presentation.StimulusFolder;
import org.aepsych.web.problem.ProblemMapper;
import org.aepsych.web.problem.RequestIds;
import org.aepsych.web.rest.RestModule;
import org.aepsych.web.security.FormTokens;
import org.aepsych.web.security.Limits;
import org.aepsych.web.security.SecurityHeaders;
import org.aepsych.web.security.Visitors;
import org.aepsych.web.security.WebSettings;
import org.aepsych.web.view.Json;
import org.aepsych.web.view.Pages;

/** Binds the web server; the experiments, the accounts and the clock come from elsewhere. */
public final class WebModule extends AbstractModule {
    private final WebSettings settings;
    private final ClientRules clients;
    private final StimulusFolder stimuli;

    /**
     * Wires a server as is usual: no pictures for experiments.
     *
     * @param settings what it has to know about its surroundings
     */
    public WebModule(WebSettings settings) {
        this(settings, ClientRules.STANDARD, new StimulusFolder(Optional.empty()));
    }

    /**
     * Wires the server.
     *
     * @param settings what it has to know about its surroundings
     * @param clients how clients of AEPsych's protocol are treated
     * @param stimuli where the experiments' pictures and sounds are
     */
    public WebModule(WebSettings settings, ClientRules clients, StimulusFolder stimuli) {
        this.settings = settings;
        this.clients = clients;
        this.stimuli = stimuli;
    }

    @Override
    protected void configure() {
        install(new ParticipantModule());
        install(new AdminModule());
        install(new ApiModule());
        install(new RestModule());
        install(new AepsychModule(clients));
        install(new GamelabModule());
        install(new PresentationModule());
        bind(StimulusFolder.class).toInstance(stimuli);
        bind(WebSettings.class).toInstance(settings);
        bind(FormTokens.class);
        bind(Limits.class).in(Singleton.class);
        bind(SecurityHeaders.class);
        bind(Visitors.class);
        bind(Json.class).in(Singleton.class);
        bind(Pages.class).in(Singleton.class);
        bind(RequestIds.class).in(Singleton.class);
        bind(ProblemMapper.class);
        bind(LiveUpdates.class).in(Singleton.class);
        bind(GameNews.class);
        bind(SessionNews.class);
        bind(ParticipantMails.class).to(TranslatedMails.class);
        bind(TranslatedMails.class).in(Singleton.class);
        bind(Pulse.class).in(Singleton.class);
        bind(ExportDownload.class);
        bind(EveryRequest.class);
        bind(Listener.class).in(Singleton.class);
        bind(WebServer.class).in(Singleton.class);
    }
}
