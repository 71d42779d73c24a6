package org.aepsych.web.server;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpResponseException;
import io.javalin.http.staticfiles.Location;
import io.javalin.router.Endpoint;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.aepsych.api.AepsychException;
import org.aepsych.core.adaptive.AdaptiveExperiments;
import org.aepsych.core.game.GameExperiments;
import org.aepsych.web.adaptive.AepsychRoutes;
import org.aepsych.web.admin.AdminRoutes;
import org.aepsych.web.admin.ManageRoutes;
import org.aepsych.web.api.ApiRoutes;
import org.aepsych.web.gamelab.GamelabRoutes;
import org.aepsych.web.language.Languages;
import org.aepsych.web.live.GameNews;
import org.aepsych.web.live.LiveUpdates;
import org.aepsych.web.live.Topic;
import org.aepsych.web.participant.ParticipantRoutes;
import org.aepsych.web.presentation.PresentationRoutes;
import org.aepsych.web.problem.ProblemMapper;
import org.aepsych.web.problem.RequestIds;
import org.aepsych.web.rest.RestRoutes;
import org.aepsych.web.security.SecurityHeaders;
import org.aepsych.web.security.TooManyRequestsException;
import org.aepsych.web.view.Assets;

/** The HTTP server: pages of participants and administrators, and the JSON interface. May be started once. */
public final class WebServer implements AutoCloseable {
    private static final long LARGEST_REQUEST = 512 * 1024;

    private final Javalin javalin;
    private final LiveUpdates live;

    /**
     * Puts the parts together; nothing listens yet.
     *
     * @param participants their pages
     * @param administrators their pages
     * @param management their pages for participants and whole experiments
     * @param api for programs that take part
     * @param rest for programs that do an administrator's work
     * @param aepsych AEPsych's messages
     * @param gamelab for programs written for gamelab
     * @param presentation adaptive experiments in browsers
     * @param headers what browsers may not do
     * @param problems answers when something fails
     * @param requests numbers the requests
     * @param live tells open pages of news
     * @param games has the news of game experiments
     * @param gameNews tells pages of it
     * @param adaptive has the news of adaptive sessions
     */
    @Inject
    public WebServer(
            ParticipantRoutes participants,
            AdminRoutes administrators,
            ManageRoutes management,
            ApiRoutes api,
            RestRoutes rest,
            AepsychRoutes aepsych,
            GamelabRoutes gamelab,
            PresentationRoutes presentation,
            SecurityHeaders headers,
            ProblemMapper problems,
            RequestIds requests,
            LiveUpdates live,
            GameExperiments games,
            GameNews gameNews,
            AdaptiveExperiments adaptive) {
        this.live = live;
        this.javalin = Javalin.create(config -> {
            limit(config);
            RoutesConfig routes = config.routes;
            routes.before(context -> {
                requests.assign(context);
                headers.apply(context);
                Languages.remember(context);
            });
            participants.addTo(routes);
            administrators.addTo(routes);
            management.addTo(routes);
            api.addTo(routes);
            rest.addTo(routes);
            aepsych.addTo(routes);
            gamelab.addTo(routes);
            presentation.addTo(routes);
            routes.after(context -> requests.release());
            routes.exception(AepsychException.class, problems::refuse);
            routes.exception(TooManyRequestsException.class, problems::slowDown);
            routes.exception(HttpResponseException.class, problems::refuse);
            routes.exception(Exception.class, problems::fail);
        });
        games.onChange(gameNews);
        adaptive.engine().onCommit((stream, last) -> live.changed(new Topic.AdaptiveSession(stream)));
    }

    /**
     * Starts to listen.
     *
     * @param host name or address of the interface, such as {@code 127.0.0.1}
     * @param port 0 for any that is free
     * @return the port
     */
    public int start(String host, int port) {
        javalin.start(host, port);
        return javalin.port();
    }

    /**
     * Returns the routes.
     *
     * @return each method and path that is answered, with who may use it
     */
    public List<Endpoint> endpoints() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .toList();
    }

    /** Stops to listen and ends all connections; may be called twice. */
    @Override
    public void close() {
        live.close();
        javalin.stop();
    }

    private static void limit(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = LARGEST_REQUEST;
        config.http.prefer405over404 = true;
        config.router.ignoreTrailingSlashes = true;
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        serve(config, "/static", "no-cache");
        serve(config, Assets.FOLDER, "public, max-age=31536000, immutable");
    }

    private static void serve(JavalinConfig config, String address, String caching) {
        config.staticFiles.add(files -> {
            files.hostedPath = address;
            files.directory = Assets.RESOURCES;
            files.location = Location.CLASSPATH;
            files.headers = Map.of("Cache-Control", caching);
        });
    }
}
