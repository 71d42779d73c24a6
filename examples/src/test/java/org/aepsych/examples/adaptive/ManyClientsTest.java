package org.aepsych.examples.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.aepsych.core.adaptive.message.AdaptiveView;
import org.aepsych.core.json.Json;
import org.aepsych.core.testing.OnEveryStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred clients of one server, each with an experiment of its own. */
@OnEveryStorage
class ManyClientsTest {
    private static final int CLIENTS = 100;
    private static final int TRIALS = 4;

    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void aHundredClientsAtOnceSeeWhatEachWouldSeeAlone() throws Exception {
        List<List<String>> together = new ArrayList<>();
        try (AdaptiveServer server = new AdaptiveServer(folder.resolve("together.db"))) {
            CyclicBarrier everybody = new CyclicBarrier(CLIENTS);
            List<CompletableFuture<List<String>>> runs = IntStream.range(0, CLIENTS)
                    .mapToObj(seed -> CompletableFuture.supplyAsync(() -> run(server, seed, everybody), threads))
                    .toList();
            runs.forEach(run -> together.add(run.join()));
            for (AdaptiveView.Summary session : server.experiments().list()) {
                assertThat(server.replay().verify(session.stream()).problem()).isEmpty();
            }
        }

        List<List<String>> oneByOne = new ArrayList<>();
        try (AdaptiveServer server = new AdaptiveServer(folder.resolve("alone.db"))) {
            for (int seed = 0; seed < CLIENTS; seed++) {
                oneByOne.add(run(server, seed, new CyclicBarrier(1)));
            }
        }

        assertThat(together).isEqualTo(oneByOne).doesNotHaveDuplicates();
    }

    private static List<String> run(AdaptiveServer server, int seed, CyclicBarrier start) {
        try (SocketClient client = new SocketClient(server.address())) {
            List<String> asked = new ArrayList<>();
            start.await();
            client.setup("""
                    [common]
                    parnames = [x, y]
                    outcome_types = [binary]
                    strategy_names = [spread]
                    lb = [0, 0]
                    ub = [1, 10]
                    seed = %d
                    [spread]
                    generator = SobolGenerator
                    min_asks = %d
                    min_total_outcome_occurrences = 0
                    """.formatted(seed, TRIALS));
            for (int trial = 0; trial < TRIALS; trial++) {
                Json.Obj answer = client.ask();
                asked.add(answer.text());
                Json config = answer.find("config").orElseThrow(() -> new AssertionError(answer.text()));
                assertThat(client.tell(config, trial % 2).text())
                        .isEqualTo("{\"trials_recorded\": 1, \"model_data_added\": 1}");
            }
            return asked;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
