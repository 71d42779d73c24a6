package org.aepsych.web.bots;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** A crowd of simulated participants who use the pages of one game experiment, each with its stream of news open. */
public final class PageRun implements AutoCloseable {
    private static final int THREADS = 4;

    /** Every newcomer gets a password, and to hash one is slow on purpose. */
    private static final Duration BETWEEN_ARRIVALS = Duration.ofMillis(150);

    private final Plan plan;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "page-bots");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .executor(threads)
            .build();
    private final List<PageBot> bots = new ArrayList<>();
    private volatile Latencies seen = new Latencies();
    private volatile Screens screens;
    private final Figures figures = new Figures();
    private final AtomicInteger joined = new AtomicInteger();

    /**
     * What is to be run.
     *
     * @param experiment address of the experiment's page
     * @param bots how many participants, from 2
     * @param think how long a participant takes for a play at most; each time is drawn evenly up to it
     * @param reloads chance that a participant loads the page anew while waiting, 0 to 1
     * @param seed decides what is drawn
     * @param identifiers what their identifiers begin with
     */
    public record Plan(URI experiment, int bots, Duration think, double reloads, long seed, String identifiers) {
        /** Checks the numbers. */
        public Plan {
            if (bots < 2 || think.isNegative() || reloads < 0 || reloads > 1) {
                throw new IllegalArgumentException(
                        "two bots or more, and a chance of 0 to 1: " + bots + ", " + reloads);
            }
        }
    }

    /**
     * Prepares a run; nothing is sent yet.
     *
     * @param plan what is to be run
     */
    public PageRun(Plan plan) {
        this.plan = plan;
        this.screens = new Screens(plan.bots(), seen);
    }

    /**
     * Lets the participants join, one soon after the other, and play until they are stopped.
     *
     * @return completes when all have stopped or given up: how many never gave up
     */
    public CompletableFuture<Integer> start() {
        List<CompletableFuture<Boolean>> lives = new ArrayList<>();
        for (int number = 0; number < plan.bots(); number++) {
            Browser browser = new Browser(http, plan.experiment(), figures::answered);
            RandomGenerator random = new Random(plan.seed() + number);
            PageBot bot = new PageBot(this, browser, plan.identifiers() + "-" + (number + 1), number, random);
            bots.add(bot);
            lives.add(bot.end());
            later(BETWEEN_ARRIVALS.multipliedBy(number), bot::join);
        }
        return CompletableFuture.allOf(lives.toArray(CompletableFuture[]::new)).thenApply(done ->
                (int) lives.stream().filter(CompletableFuture::join).count());
    }

    /**
     * Tells how many have joined.
     *
     * @return from 0
     */
    public int joined() {
        return joined.get();
    }

    /** Forgets the figures so far, failures excepted: what is measured begins now. */
    public void measureFromNow() {
        seen = new Latencies();
        screens = new Screens(plan.bots(), seen);
        figures.beginAnew();
    }

    /** Lets everybody stop. */
    public void stop() {
        bots.forEach(PageBot::stop);
    }

    /**
     * Returns the figures so far.
     *
     * @return a report as if the run ended now
     */
    public PageReport report() {
        return new PageReport(
                plan.bots(),
                figures.plays().count(),
                figures.requests().count(),
                figures.failures(),
                figures.elapsed(),
                seen.count(),
                BotReport.Percentiles.of(seen),
                BotReport.Percentiles.of(figures.plays()),
                BotReport.Percentiles.of(figures.requests()),
                figures.firstFailures());
    }

    /** Ends the run. */
    @Override
    public void close() {
        stop();
        threads.shutdownNow();
    }

    String entrance() {
        return plan.experiment().getRawPath();
    }

    String play() {
        return plan.experiment().getRawPath() + "/play";
    }

    Screens screens() {
        return screens;
    }

    double reloads() {
        return plan.reloads();
    }

    Duration think(RandomGenerator random) {
        return Duration.ofNanos(Math.round(plan.think().toNanos() * random.nextDouble()));
    }

    void later(Duration pause, Runnable step) {
        try {
            Future<?> unused = threads.schedule(step, pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closing) {
            // The run is over.
        }
    }

    void joinedOne() {
        joined.incrementAndGet();
    }

    void played(long nanos) {
        figures.played(nanos);
    }

    void failed(String sentence) {
        figures.failed(sentence);
    }
}
