package org.aepsych.web.gamelab;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.testing.OnEveryStorage;
import org.aepsych.web.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@OnEveryStorage
class GamersTest {
    private static final int EARLY = 90;
    private static final int LATE = 10;
    private static final int ROUNDS = 3;
    private static final int GAMES = 2;

    @TempDir
    Path folder;

    @Test
    @Timeout(240)
    void aHundredOfGamelabsBotsPlayToTheEnd() throws Exception {
        try (TestServer server = TestServer.start(folder)) {
            ExperimentId id = server.games().define(TestServer.TWO_GAMES.replace("rounds = 2", "rounds = " + ROUNDS));
            Exchange exchange = new Exchange(URI.create(server.address() + "/e/" + id + "/lab"));
            List<Gamer> early = gamers(exchange, 0, EARLY);
            early.forEach(Gamer::step);
            early.forEach(Gamer::step);
            assertThat(early).as("nobody gets in before the start").allMatch(gamer -> gamer.refused() == 1);

            server.conduct().start(id);
            List<Gamer> late = gamers(exchange, EARLY, LATE);
            late.forEach(Gamer::step);
            late.forEach(Gamer::step);
            List<Gamer> all = new ArrayList<>(early);
            all.addAll(late);
            together(all);

            assertThat(all).allMatch(Gamer::finished);
            assertThat(early).allMatch(gamer -> gamer.joined() == 0 && gamer.plays() == ROUNDS * GAMES);
            assertThat(late).allMatch(gamer -> gamer.joined() == 1 && gamer.plays() == (ROUNDS - 1) * GAMES);
            assertThat(late).as("it plays too early and is told so").allMatch(gamer -> gamer.refused() >= 1);
            assertThat(server.games().summary(id).phase()).isEqualTo(GamePhase.OVER);
            assertThat(server.games().adminView(id).rounds())
                    .hasSize(ROUNDS)
                    .allSatisfy(round -> assertThat(round.averages())
                            .hasSize(GAMES)
                            .allMatch(average -> !average.skipped()
                                    && average.plays() == (round.round() == 0 ? EARLY : EARLY + LATE)));
        }
    }

    private static List<Gamer> gamers(Exchange exchange, int from, int count) {
        List<Gamer> gamers = new ArrayList<>();
        for (int number = from; number < from + count; number++) {
            gamers.add(new Gamer(exchange, number, new Random(number)));
        }
        return gamers;
    }

    /** Lets them play at the same time, a few on each thread in turn. */
    private static void together(List<Gamer> gamers) throws Exception {
        int threads = 6;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Void>> shares = new ArrayList<>();
            for (int share = 0; share < threads; share++) {
                int first = share;
                shares.add(() -> {
                    while (!Thread.interrupted() && playOn(gamers, first, threads)) {}
                    return null;
                });
            }
            for (Future<Void> share : pool.invokeAll(shares, 100, TimeUnit.SECONDS)) {
                share.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static boolean playOn(List<Gamer> gamers, int first, int step) {
        boolean unfinished = false;
        for (int i = first; i < gamers.size(); i += step) {
            gamers.get(i).step();
            unfinished |= !gamers.get(i).finished();
        }
        return unfinished;
    }
}
