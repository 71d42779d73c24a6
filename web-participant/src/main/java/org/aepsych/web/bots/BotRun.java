package org.aepsych.web.bots;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.aepsych.core.player.RolePolicies;

/**
 * A crowd of simulated participants in one game experiment. Few threads serve any number of them: everything waits
 * without blocking.
 */
public final class BotRun implements AutoCloseable {
    private final Plan plan;
    private final LabClient client;
    private final Figures figures = new Figures();

    /**
     * What is to be run.
     *
     * @param experiment address of the experiment, of its page or of its API
     * @param bots how many participants, from 1
     * @param policies how they play
     * @param seed decides what policies draw
     * @param identifiers what their identifiers begin with; unique among the experiment's participants
     * @param pause how long a bot waits before it looks again whether there is something to play
     */
    public record Plan(URI experiment, int bots, RolePolicies policies, long seed, String identifiers, Duration pause) {
        /** Checks the numbers. */
        public Plan {
            if (bots < 1 || pause.isNegative() || pause.isZero()) {
                throw new IllegalArgumentException("at least one bot and a positive pause: " + bots + ", " + pause);
            }
        }
    }

    /**
     * Prepares a run; nothing is sent yet.
     *
     * @param plan what is to be run
     */
    public BotRun(Plan plan) {
        this.plan = plan;
        this.client = new LabClient(plan.experiment(), figures::answered);
    }

    /**
     * Lets the participants join and play to the end.
     *
     * @return completes with the report when all have seen the end or given up; never exceptionally
     */
    public CompletableFuture<BotReport> start() {
        List<CompletableFuture<Boolean>> lives = new ArrayList<>();
        for (int index = 0; index < plan.bots(); index++) {
            lives.add(new Bot(figures, client, plan, plan.identifiers() + "-" + (index + 1), index).live());
        }
        return figures.reportAfter(lives);
    }

    /**
     * Waits until the experiment's server answers.
     *
     * @param longest how long at most
     * @return whether it answered in that time
     * @throws InterruptedException if the waiting is interrupted
     */
    public boolean awaitServer(Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        while (System.nanoTime() < deadline) {
            if (client.reachable().join()) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(plan.pause().toMillis());
        }
        return false;
    }

    /**
     * Returns the figures so far.
     *
     * @return a report as if the run ended now
     */
    public BotReport report() {
        return figures.report(plan.bots());
    }

    /** Ends the run; bots that still play stop. */
    @Override
    public void close() {
        client.close();
    }
}
