package org.aepsych.web.bots;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.aepsych.core.player.RolePolicies;

/**
 * A crowd of simulated participants in one game experiment. Few threads serve any number of them: everything waits
 * without blocking.
 */
public final class BotRun implements AutoCloseable {
    private final Plan plan;
    private final LabClient client;
    private final Figures figures = new Figures();
    private final LongAdder late = new LongAdder();
    private final AtomicInteger finished = new AtomicInteger();

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
            Bot bot = new Bot(this, client, plan, plan.identifiers() + "-" + (index + 1), index);
            lives.add(bot.live().thenApply(end -> {
                if (end) {
                    finished.incrementAndGet();
                }
                return end;
            }));
        }
        return CompletableFuture.allOf(lives.toArray(CompletableFuture[]::new)).thenApply(all -> {
            figures.end();
            return report();
        });
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
        return new BotReport(
                plan.bots(),
                finished.get(),
                figures.plays().count(),
                late.sum(),
                figures.requests().count(),
                figures.failures(),
                figures.elapsed(),
                BotReport.Percentiles.of(figures.plays()),
                BotReport.Percentiles.of(figures.requests()),
                figures.firstFailures());
    }

    /** Ends the run; bots that still play stop. */
    @Override
    public void close() {
        client.close();
    }

    void played(long nanos) {
        figures.played(nanos);
    }

    void playedTooLate() {
        late.increment();
    }

    void failed(String sentence) {
        figures.failed(sentence);
    }
}
