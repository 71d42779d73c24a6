package org.aepsych.web.bots;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;

/** A crowd of participants who speak gamelab's interface as gamelab's own bot does. */
public final class GamelabRun implements AutoCloseable {
    private static final int FEWEST = 2;

    private final int bots;
    private final long seed;
    private final GamelabClient client;
    private final AtomicInteger registered = new AtomicInteger();
    private final Figures figures = new Figures();

    /**
     * Prepares a run; nothing is sent yet.
     *
     * @param base address of the participants' interface, such as {@code http://localhost:8080/e/prisoners/lab}
     * @param bots how many participants, from 2; their identifiers are {@code p0@foo.com} and so on
     * @param seed decides what they play
     */
    public GamelabRun(URI base, int bots, long seed) {
        if (bots < FEWEST || base.getHost() == null) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "expected at least two bots and an address such as http://localhost:8080/e/prisoners/lab, but found "
                            + bots + " and " + base);
        }
        this.bots = bots;
        this.seed = seed;
        this.client = new GamelabClient(URI.create(base.toString().replaceAll("/+$", "")), figures::answered);
    }

    /**
     * Lets the participants register and play to the end.
     *
     * @return completes with the report when all have seen the end or given up; never exceptionally
     */
    public CompletableFuture<BotReport> start() {
        List<CompletableFuture<Boolean>> lives = new ArrayList<>();
        for (int number = 0; number < bots; number++) {
            lives.add(new GamelabBot(figures, registered::incrementAndGet, client, seed, number).live());
        }
        return figures.reportAfter(lives);
    }

    /**
     * Tells how many participants are registered.
     *
     * @return from 0
     */
    public int inside() {
        return registered.get();
    }

    /** Forgets the figures so far: what is measured begins now. */
    public void measureFromNow() {
        figures.beginAnew();
    }

    /**
     * Returns the figures so far.
     *
     * @return a report as if the run ended now
     */
    public BotReport report() {
        return figures.report(bots);
    }

    /** Ends the run; bots that still play stop. */
    @Override
    public void close() {
        client.close();
    }
}
