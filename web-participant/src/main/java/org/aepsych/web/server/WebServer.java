package org.aepsych.web.server;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.staticfiles.Location;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aepsych.core.adaptive.session.SessionLanes;
import org.aepsych.core.config.server.Endpoint;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.web.door.Door;
import org.aepsych.web.live.GameNews;
import org.aepsych.web.live.LiveUpdates;
import org.aepsych.web.live.SessionNews;
import org.aepsych.web.view.Assets;

/** The HTTP server: pages of participants and administrators, and the JSON interface. May be started once. */
public final class WebServer implements AutoCloseable {
    /** Longest body that is read, in bytes. */
    static final long LARGEST_REQUEST = 512 * 1024;

    private final Javalin javalin;
    private final Listener listener;
    private final LiveUpdates live;

    /**
     * Puts the parts together; nothing listens yet.
     *
     * @param doors what is served
     * @param every what holds for every request
     * @param listener where requests come in
     * @param live tells open pages of news
     * @param games has the news of game experiments
     * @param gameNews tells pages of it
     * @param adaptive has the news of adaptive sessions
     * @param sessionNews tells pages of it
     */
    @Inject
    WebServer(
            Set<Door> doors,
            EveryRequest every,
            Listener listener,
            LiveUpdates live,
            GameExperiments games,
            GameNews gameNews,
            SessionLanes adaptive,
            SessionNews sessionNews) {
        this.listener = listener;
        this.live = live;
        this.javalin = Javalin.create(config -> {
            limit(config);
            listener.configure(config.jetty);
            every.log(config.requestLogger);
            every.begin(config.routes);
            doors.forEach(door -> door.addTo(config.routes));
            every.end(config.routes);
        });
        games.onChange(gameNews);
        adaptive.engine().onCommit(sessionNews);
    }

    /**
     * Starts to listen.
     *
     * @param host name or address of the interface, such as {@code 127.0.0.1}
     * @param port 0 for any that is free
     * @return the port
     */
    public int start(String host, int port) {
        listener.listenAt(new Endpoint(host, port));
        javalin.start();
        return javalin.port();
    }

    /**
     * Returns the routes.
     *
     * @return each method and path that is answered, with who may use it
     */
    public List<io.javalin.router.Endpoint> endpoints() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .toList();
    }

    /** Stops to listen and ends all connections; may be called twice. */
    @Override
    public void close() {
        live.close();
        javalin.stop();
        listener.close();
    }

    private static void limit(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = LARGEST_REQUEST;
        // What is uploaded is no larger than anything else that is sent, and stays in memory.
        config.jetty.multipartConfig.maxTotalRequestSize(LARGEST_REQUEST, SizeUnit.BYTES);
        config.jetty.multipartConfig.maxInMemoryFileSize((int) LARGEST_REQUEST, SizeUnit.BYTES);
        config.http.prefer405over404 = true;
        config.router.ignoreTrailingSlashes = true;
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
