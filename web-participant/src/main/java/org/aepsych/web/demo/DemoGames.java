package org.aepsych.web.demo;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.random.RandomGenerator;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.core.game.conduct.GameConduct;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.game.view.GameAdminView;
import org.aepsych.core.game.view.GameSummary;
import org.aepsych.core.player.RolePolicies;
import org.aepsych.web.bots.BotRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Game experiments with simulated participants. One of them always waits for a visitor: it starts when somebody joins,
 * and at once the next is opened. Another is played by a slow crowd, so that there is something to watch from the first
 * minute. All lotteries are drawn when their rounds are over.
 */
final class DemoGames implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoGames.class);

    /** With one visitor there are as many row players as column players. */
    private static final int COMPANIONS = 5;

    private static final int CROWD = 12;
    private static final Duration ALERT = Duration.ofMillis(300);
    private static final Duration SLOW = Duration.ofSeconds(7);

    private final GameExperiments games;
    private final GameConduct conduct;
    private final URI base;
    private final RolePolicies policies;
    private final RandomGenerator random;
    private final Map<ExperimentId, BotRun> runs = new HashMap<>();
    private final Map<ExperimentId, Integer> companions = new HashMap<>();
    private final ExecutorService host = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "demo");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Prepares the games.
     *
     * @param games where they are held
     * @param conduct starts and ends them
     * @param base how bots reach the server
     * @param policies how bots play
     * @param random seeds bots and lotteries
     */
    DemoGames(GameExperiments games, GameConduct conduct, URI base, RolePolicies policies, RandomGenerator random) {
        this.games = games;
        this.conduct = conduct;
        this.base = base;
        this.policies = policies;
        this.random = random;
    }

    /** Opens the first experiments. */
    void start() {
        games.onChange(experiment -> later(() -> look(experiment)));
        later(() -> {
            invite();
            letTheCrowdPlay();
        });
    }

    private void invite() {
        ExperimentId experiment = games.define(DemoFiles.VISITOR.read());
        companions.put(experiment, COMPANIONS);
        send(experiment, COMPANIONS, ALERT);
    }

    private void letTheCrowdPlay() {
        ExperimentId experiment = games.define(DemoFiles.CROWD.read());
        companions.put(experiment, CROWD - 1);
        send(experiment, CROWD, SLOW);
    }

    private void send(ExperimentId experiment, int bots, Duration pause) {
        URI address = base.resolve("/api/experiments/" + experiment);
        BotRun run = new BotRun(new BotRun.Plan(address, bots, policies, random.nextLong(), "simulated", pause));
        runs.put(experiment, run);
        run.start()
                .thenAcceptAsync(
                        report -> {
                            run.close();
                            runs.remove(experiment);
                            LOG.info("simulated participants of {}: {}", experiment, report.text());
                        },
                        host)
                .exceptionally(failure -> {
                    LOG.warn("simulated participants of {} failed", experiment, failure);
                    return null;
                });
    }

    private void look(ExperimentId experiment) {
        Integer expected = companions.get(experiment);
        if (expected == null) {
            return;
        }
        GameSummary summary = games.summary(experiment);
        if (summary.phase() == GamePhase.NEW && summary.participants() > expected) {
            conduct.start(experiment);
            if (expected == COMPANIONS) {
                invite();
            }
        } else if (summary.phase() == GamePhase.OVER) {
            companions.remove(experiment);
            draw(experiment);
        }
    }

    private void draw(ExperimentId experiment) {
        GameAdminView view = games.adminView(experiment);
        long holders = view.participants().stream()
                .filter(participant ->
                        participant.score().filter(score -> score.tickets() > 0).isPresent())
                .count();
        if (holders > 0) {
            int winners = (int) Math.min(Math.max(1, view.definition().prize().winners()), holders);
            conduct.draw(experiment, winners, random.nextLong());
        }
    }

    private void later(Runnable work) {
        try {
            host.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    if (!host.isShutdown()) {
                        LOG.warn("the demonstration stumbled", e);
                    }
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.trace("the demonstration is over", e);
        }
    }

    @Override
    public void close() {
        host.shutdownNow();
        runs.values().forEach(BotRun::close);
    }
}
