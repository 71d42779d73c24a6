package org.aepsych.web.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.aepsych.api.AepsychException;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.testing.OnEveryStorage;
import org.aepsych.web.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A crowd that speaks gamelab's interface without mercy. */
@OnEveryStorage
class GamelabRunTest {
    private static final int BOTS = 40;
    private static final int ROUNDS_TIMES_GAMES = 4;

    @TempDir
    private Path folder;

    @Test
    @Timeout(300)
    void aCrowdPlaysToTheEndWithoutAFailure() throws Exception {
        try (TestServer server = TestServer.start(folder)) {
            ExperimentId id = server.games().define(TestServer.TWO_GAMES);
            URI base = URI.create(server.address() + "/e/" + id + "/lab/");
            try (GamelabRun run = new GamelabRun(base, BOTS, 1)) {
                CompletableFuture<BotReport> end = run.start();
                awaitEverybody(run, end);
                server.conduct().start(id);
                BotReport report = end.get(200, TimeUnit.SECONDS);

                assertThat(report.firstFailures()).isEmpty();
                assertThat(report.clean()).isTrue();
                assertThat(report.plays()).isEqualTo(BOTS * ROUNDS_TIMES_GAMES);
            }
            assertThat(server.games().summary(id).phase()).isEqualTo(GamePhase.OVER);
        }
    }

    /** Nobody gets in before the start, so the bots knock until it comes. */
    private static void awaitEverybody(GamelabRun run, CompletableFuture<BotReport> end) throws Exception {
        while (run.inside() < BOTS && !end.isDone()) {
            try {
                end.get(50, TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillComing) {
                assertThat(run.report().firstFailures()).isEmpty();
            }
        }
    }

    @Test
    void anAddressWithoutAServerNameIsRefused() {
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> new GamelabRun(URI.create("prisoners"), 2, 1).close())
                .withMessageContaining("http://localhost:8080/e/prisoners/lab");
    }
}
