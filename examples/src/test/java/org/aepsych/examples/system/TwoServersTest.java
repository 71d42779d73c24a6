package org.aepsych.examples.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.player.PlayerPolicyFactory;
import org.aepsych.api.storage.ResultRow.ChoiceRow;
import org.aepsych.api.storage.ResultRow.PastRow;
import org.aepsych.api.storage.ResultTables;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.engine.Engine;
import org.aepsych.core.game.conduct.GameConduct;
import org.aepsych.core.game.decision.GameProtocol;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.core.game.experiment.GameLanes;
import org.aepsych.core.player.PlayerPolicies;
import org.aepsych.core.player.RolePolicies;
import org.aepsych.core.plugin.Extensions;
import org.aepsych.core.replay.Replay;
import org.aepsych.storage.jdbc.PostgresStorageFactory;
import org.aepsych.strategies.payoff.PopulationAverageFactory;
import org.aepsych.strategies.player.BuiltinPolicies;
import org.aepsych.tck.TckSection;
import org.aepsych.web.bots.BotReport;
import org.aepsych.web.bots.BotRun;
import org.aepsych.web.crash.ServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One experiment on two servers, which know of each other only through PostgreSQL. */
class TwoServersTest {
    private static final int BOTS = 200;
    private static final int ROUNDS = 3;
    private static final int GAMES = 2;
    private static final String DEFINITION = """
            [common]
            protocol = game
            games = [dilemma, pennies]
            rounds = 3
            minutes = 10
            roundpct = 100

            [dilemma]
            payoffs =
                3, 3 | 0, 5
                5, 0 | 1, 1

            [pennies]
            payoffs =
                2, 0 | 0, 2
                0, 2 | 2, 0

            [metadata]
            experiment_id = market
            """;

    @TempDir
    private Path folder;

    @Test
    void whenOneIsKilledTheParticipantsGoOnAtTheOtherAndEveryRoundIsSettledOnce() throws Exception {
        String url = Postgres.newDatabase("two_servers");
        ExecutorService lanes = Executors.newFixedThreadPool(4);
        try (Storage storage = open(url);
                ServerProcess one = server("one", url);
                ServerProcess other = server("other", url);
                Balancer balancer = new Balancer(List.of(one.pages(), other.pages()))) {
            Extensions extensions =
                    new Extensions(Map.of(), Map.of("population-average", new PopulationAverageFactory()), Map.of());
            GameProtocol protocol = new GameProtocol(extensions);
            InstantSource clock = InstantSource.system();
            GameLanes open = new GameLanes(new Engine<>(protocol, storage, clock, lanes), storage, clock, extensions);
            GameExperiments games = new GameExperiments(open, storage, clock, extensions, new Random(1));
            GameConduct conduct = new GameConduct(open, new Random(1));
            ExperimentId id = games.define(DEFINITION);
            StreamId stream = games.stream(id);

            BotReport report;
            AtomicInteger news = new AtomicInteger();
            try (BotRun run = new BotRun(plan(balancer.address().resolve("/e/market")))) {
                CompletableFuture<BotReport> end = run.start();
                CompletableFuture<Void> listening = listen(other.pages(), news);
                await().atMost(Duration.ofMinutes(4))
                        .until(() -> games.summary(id).participants() == BOTS + 1);
                conduct.disable(id, observer(storage, stream));
                conduct.start(id);
                await().atMost(Duration.ofMinutes(4))
                        .until(() -> games.summary(id).clock().round() >= 1);
                one.kill();
                report = end.get(5, TimeUnit.MINUTES);
                listening.cancel(true);
            }

            assertThat(report.finished()).as(report.text()).isEqualTo(BOTS);
            await("the servers tell each other who is there")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> seen(storage) >= BOTS);
            assertThat(news).as("server-sent events at the other server").hasPositiveValue();
            Replay<?, ?> replay = new Replay<>(protocol, storage);
            assertThat(replay.verify(stream).problem()).isEmpty();
            assertThat(replay.rebuild(stream).identical()).isTrue();
            ResultTables rows = storage.results().orElseThrow();
            assertThat(rows.read(stream)).filteredOn(PastRow.class::isInstance).hasSize(ROUNDS * GAMES);
            assertThat(rows.read(stream))
                    .filteredOn(ChoiceRow.class::isInstance)
                    .hasSize(BOTS * ROUNDS * GAMES);
            assertThat(storage.events().read(stream, 0))
                    .filteredOn(event -> event.type().equals("advance"))
                    .hasSize(ROUNDS + 1);
        } finally {
            lanes.shutdownNow();
        }
    }

    private static BotRun.Plan plan(URI experiment) {
        Map<String, PlayerPolicyFactory> policies = BuiltinPolicies.factories().stream()
                .collect(Collectors.toMap(PlayerPolicyFactory::name, factory -> factory));
        Extensions extensions = new Extensions(Map.of(), Map.of(), policies, Map.of());
        return new BotRun.Plan(
                experiment,
                BOTS,
                RolePolicies.parse(List.of(), new PlayerPolicies(extensions)),
                7,
                "bot",
                Duration.ofMillis(300));
    }

    /** Lets somebody register at a server who only watches what it tells open pages. */
    private static CompletableFuture<Void> listen(URI pages, AtomicInteger news) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        String answer = http.send(
                        HttpRequest.newBuilder(pages.resolve("/api/experiments/market/participants"))
                                .POST(BodyPublishers.ofString("{\"identifier\": \"observer\"}"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        String token = answer.replaceFirst("(?s).*\"token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        return http.sendAsync(
                        HttpRequest.newBuilder(pages.resolve("/e/market/events"))
                                .header("Accept", "text/event-stream")
                                .header("Cookie", "aepsych_participant=" + token)
                                .build(),
                        BodyHandlers.ofLines())
                .thenAccept(events -> events.body()
                        .filter(line -> line.equals("event: news"))
                        .forEach(line -> news.incrementAndGet()));
    }

    private static int seen(Storage storage) {
        return storage.presence().orElseThrow().since(Instant.EPOCH).size();
    }

    private static ParticipantId observer(Storage storage, StreamId stream) {
        return storage.persons().find(stream, "observer").orElseThrow().id();
    }

    private static Storage open(String url) {
        String[] parts = url.split("\\?user=", -1);
        return new PostgresStorageFactory()
                .open(new TckSection(
                        "storage.postgresql", Map.of("url", parts[0], "user", parts[1], "connections", "4")));
    }

    private ServerProcess server(String name, String url) throws Exception {
        return Program.start(folder.resolve(name), "serve", "--set", "storage.url=" + url);
    }
}
