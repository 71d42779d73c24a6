package org.aepsych.web.demo;

import java.net.URI;
import java.util.random.RandomGenerator;
import org.aepsych.core.config.server.Endpoint;
import org.aepsych.core.game.GameExperiments;
import org.aepsych.core.player.RolePolicies;

/** The demonstration on a running server: games that wait for a visitor, and an observer at work. */
public final class Demo implements AutoCloseable {
    private final DemoGames games;
    private final DemoObserver observer;

    /**
     * Prepares the demonstration.
     *
     * @param experiments where games are held
     * @param pages how simulated participants reach the server
     * @param clients where AEPsych clients connect
     * @param policies how simulated participants play
     * @param random seeds everything that is simulated; thread-safe
     */
    public Demo(
            GameExperiments experiments, URI pages, Endpoint clients, RolePolicies policies, RandomGenerator random) {
        this.games = new DemoGames(experiments, pages, policies, random);
        this.observer = new DemoObserver(clients.host(), clients.port(), random);
    }

    /** Begins; returns at once. */
    public void start() {
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
