package org.aepsych.web.demo;

import java.net.URI;
import java.util.random.RandomGenerator;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.core.adaptive.presented.PresentedExperiments;
import org.aepsych.core.config.server.Endpoint;
import org.aepsych.core.game.conduct.GameConduct;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.core.message.AdaptiveDesk;
import org.aepsych.core.player.RolePolicies;

/** The demonstration on a running server: games that wait for a visitor, and an observer at work. */
public final class Demo implements AutoCloseable {
    /** The adaptive experiment that a visitor does in the browser. */
    public static final ExperimentId STRIPES = new ExperimentId("stripes");

    private final DemoGames games;
    private final DemoObserver observer;
    private final PresentedExperiments adaptive;
    private final AdaptiveDesk desk;

    /**
     * Prepares the demonstration.
     *
     * @param experiments where games are held
     * @param conduct starts them
     * @param adaptive those that are presented in browsers
     * @param desk sets up an adaptive experiment
     * @param pages how simulated participants reach the server
     * @param clients where AEPsych clients connect
     * @param policies how simulated participants play
     * @param random seeds everything that is simulated; thread-safe
     */
    public Demo(
            GameExperiments experiments,
            GameConduct conduct,
            PresentedExperiments adaptive,
            AdaptiveDesk desk,
            URI pages,
            Endpoint clients,
            RolePolicies policies,
            RandomGenerator random) {
        this.adaptive = adaptive;
        this.desk = desk;
        this.games = new DemoGames(experiments, conduct, pages, policies, random);
        this.observer = new DemoObserver(clients.host(), clients.port(), random);
    }

    /** Begins; returns at once. */
    public void start() {
        if (adaptive.find(STRIPES).isEmpty()) {
            int unused = desk.setupFromFile(DemoFiles.STRIPES.read());
        }
        games.start();
        observer.start();
    }

    /** Sends the simulated participants home. */
    @Override
    public void close() {
        games.close();
        observer.close();
    }
}
