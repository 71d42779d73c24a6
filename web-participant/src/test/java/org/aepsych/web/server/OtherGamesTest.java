package org.aepsych.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.web.testing.Browser;
import org.aepsych.web.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of games that are no bimatrices. */
class OtherGamesTest {
    private static final String THREE = """
            [common]
            protocol = game
            games = [good]
            rounds = 2
            shuffle = false
            [metadata]
            experiment_id = three
            [good]
            actions = [2, 2, 2]
            payoffs =
                9, 9, 9 | 6, 6, 12
                6, 12, 6 | 3, 9, 9
                12, 6, 6 | 9, 3, 9
                9, 9, 3 | 6, 6, 6
            """;

    private static final String POKER = """
            [common]
            protocol = game
            games = [poker]
            rounds = 2
            shuffle = false
            [metadata]
            experiment_id = poker
            [poker]
            tree =
                deal: chance: 1/2 -> high | 1/2 -> low
                high: row: bet -> high bet | fold -> (-1, 1)
                low: row: bet -> low bet | fold -> (-1, 1)
                high bet: column [bet]: call -> (2, -2) | fold -> (1, -1)
                low bet: column [bet]: call -> (-2, 2) | fold -> (1, -1)
            """;

    private TestServer server;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = TestServer.start(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private List<Browser> started(String definition, String id, int players) {
        ExperimentId experiment = server.games().define(definition);
        List<Browser> browsers = Stream.iterate(1, number -> number + 1)
                .limit(players)
                .map(number -> {
                    Browser browser = new Browser(server.address());
                    browser.open("/e/" + id);
                    browser.submit("/e/" + id, "identifier", "player " + number);
                    return browser;
                })
                .toList();
        server.conduct().start(experiment);
        return browsers;
    }

    @Test
    void threePlayersSeeEachOthersActionsAboveTheMatrix() {
        List<Browser> players = started(THREE, "three", 3);
        String page = players.get(0).open("/e/three/play").body();
        assertThat(page)
                .contains("Other player 1", "Other player 2", "each of the other players chooses one of their letters")
                .contains("colspan=\"2\"", "further numbers: the other players’ payoffs");

        for (Browser player : players) {
            player.open("/e/three/play");
            player.submit("/e/three/play", "round", "0", "game", "1", "weight0", "1/3", "weight1", "2/3");
        }
        assertThat(players.get(0).open("/e/three/history").body())
                .contains("Other player 2: A")
                .contains("Why this amount: round 1");
    }

    @Test
    void aTreeIsPlayedMoveByMove() {
        List<Browser> players = started(POKER, "poker", 2);
        ExperimentId poker = new ExperimentId("poker");
        boolean firstIsRow = server.participation()
                .participantView(poker, new ParticipantId(1))
                .role()
                .orElseThrow()
                .isRow();
        Browser row = players.get(firstIsRow ? 0 : 1);
        Browser column = players.get(firstIsRow ? 1 : 0);

        assertThat(row.open("/e/poker/play").body())
                .contains(
                        "How the game goes", "Chance", "Your choice 1", "Your choice 2", "The other player’s choice 1");
        HttpResponse<String> refused = row.submit(
                "/e/poker/play", "round", "0", "game", "1", "weight0", "1", "weight2", "1/3", "weight3", "1/3");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("of each of your choices must add up to exactly 1", "value=\"1/3\"");
        assertThat(row.submit(
                                "/e/poker/play",
                                "round",
                                "0",
                                "game",
                                "1",
                                "weight0",
                                "1",
                                "weight2",
                                "1/3",
                                "weight3",
                                "2/3")
                        .body())
                .contains("Waiting for the others");
        column.open("/e/poker/play");
        column.submit("/e/poker/play", "round", "0", "game", "1", "weight0", "2/3", "weight1", "1/3");

        assertThat(row.open("/e/poker/history").body())
                .contains("a – Your choice 1: bet; Your choice 2: bet", "a\u00a01/3", "you earned 0.333");
    }
}
