package org.aepsych.web.main.simulate;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.core.game.conduct.GameConduct;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.web.bots.PageReport;
import org.aepsych.web.bots.PageRun;
import org.aepsych.web.main.console.Console;
import org.aepsych.web.main.laboratory.ThrowawayServer;

/** Lets simulated browsers play for some time, and says each minute how it goes. */
final class BrowserCrowd {
    private static final Duration LONGEST_JOINING = Duration.ofMinutes(5);
    private static final double MEGABYTE = 1024 * 1024;

    private final Console console;
    private final HeapAfterCollection heap = new HeapAfterCollection();

    /**
     * How it is to play.
     *
     * @param bots how many
     * @param think the longest time for a play
     * @param reloads chance that somebody who waits loads the page anew
     * @param time how long to measure
     * @param seed decides what is drawn
     */
    record Plan(int bots, Duration think, double reloads, Duration time, long seed) {}

    BrowserCrowd(Console console) {
        this.console = console;
    }

    /** Plays an experiment that is running somewhere, or will be started. */
    int play(URI experiment, Plan plan, String identifiers) throws InterruptedException, ExecutionException {
        return run(experiment, plan, identifiers, () -> {}, "");
    }

    /** Starts a server on an empty SQLite database in a temporary folder and plays there. */
    int play(Plan plan) throws IOException, InterruptedException, ExecutionException {
        return new ThrowawayServer(console, "aepsych-browsers").run(server -> {
            GameConduct conduct = server.get(GameConduct.class);
            ExperimentId experiment = server.get(GameExperiments.class).define(definition());
            URI page = server.base().resolve("/e/" + experiment);
            return run(page, plan, "browser", () -> conduct.start(experiment), "heap");
        });
    }

    private int run(URI experiment, Plan plan, String identifiers, Runnable start, String memory)
            throws InterruptedException, ExecutionException {
        PageRun.Plan browsers =
                new PageRun.Plan(experiment, plan.bots(), plan.think(), plan.reloads(), plan.seed(), identifiers);
        try (PageRun run = new PageRun(browsers)) {
            CompletableFuture<Integer> end = run.start();
            long deadline = System.nanoTime() + LONGEST_JOINING.toNanos();
            while (run.joined() < plan.bots() && !end.isDone() && System.nanoTime() < deadline) {
                TimeUnit.SECONDS.sleep(1);
                console.err().printf(Locale.ROOT, "%d of %d have joined%n", run.joined(), plan.bots());
            }
            start.run();
            run.measureFromNow();
            long seconds = plan.time().toSeconds();
            for (long second = 1; second <= seconds && !end.isDone(); second++) {
                TimeUnit.SECONDS.sleep(1);
                if (second % 60 == 0) {
                    progress(run.report(), second, memory);
                }
            }
            PageReport report = run.report();
            run.stop();
            console.out().println(report.text());
            return report.failures() == 0 && end.get() == plan.bots() ? 0 : 1;
        }
    }

    private void progress(PageReport report, long second, String memory) {
        console.err()
                .printf(
                        Locale.ROOT,
                        "%d min: %d plays, %d requests, %d failed, to screens %s%s%n",
                        second / 60,
                        report.plays(),
                        report.requests(),
                        report.failures(),
                        report.toScreen(),
                        memory.isEmpty() ? "" : String.format(Locale.ROOT, ", heap %.0f MB", heap.bytes() / MEGABYTE));
    }

    private static String definition() {
        return """
                [common]
                protocol = game
                games = [dilemma]
                rounds = 10000
                minutes = 10
                roundpct = 100

                [dilemma]
                payoffs =
                    3, 3 | 0, 5
                    5, 0 | 1, 1
                """;
    }
}
