package org.aepsych.core.game.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.aepsych.api.game.Game;
import org.aepsych.api.number.Rational;
import org.aepsych.api.payoff.Settlement.GameAverage;
import org.junit.jupiter.api.Test;

/** Rule 1.9: which histories of earlier experiments are taken, and how they are trimmed. */
class PriorHistoryJsonTest {
    private static final Game DILEMMA = new Game(1, "pd", 2, 2, Game.parsePayoffs("3 3 0 5 5 0 1 1"));
    private static final Game SMALL = new Game(2, "small", 1, 2, Game.parsePayoffs("1 2 3 4"));

    private static String history(String... games) {
        return "{\"other\":1,\"history\":[" + String.join(",", games) + "]}";
    }

    private static String game(int p1, int p2, String... roundups) {
        return "{\"p1\":" + p1 + ",\"p2\":" + p2 + ",\"name\":\"any\",\"roundups\":[" + String.join(",", roundups)
                + "]}";
    }

    private static String roundup(int skip, String rows, String columns) {
        return "{\"skip\":" + skip + ",\"navgp1\":" + rows + ",\"navgp2\":" + columns + "}";
    }

    private static List<Rational> shares(String text) {
        return Stream.of(text.split(" ", -1)).map(Rational::parse).toList();
    }

    @Test
    void aHistoryOfFewerRoundsThanGamesIsTaken() {
        PriorHistory history = PriorHistoryJson.read(
                history(game(2, 2, roundup(0, "[0.25, 0.75]", "[1, 0]")), game(1, 2, roundup(1, "[0]", "[0, 0]"))),
                List.of(DILEMMA, SMALL));

        assertThat(history.rounds())
                .containsExactly(List.of(
                        new GameAverage(1, shares("1/4 3/4"), shares("1 0"), false, 0),
                        new GameAverage(2, shares("0"), shares("0 0"), true, 0)));
        assertThat(PriorHistoryJson.read(history(game(2, 2), game(1, 2)), List.of(DILEMMA, SMALL)))
                .isEqualTo(PriorHistory.NONE);
    }

    @Test
    void everyRoundOfEveryGameIsLookedAt() {
        String good = roundup(0, "[0.5, 0.5]", "[1, 0]");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriorHistoryJson.read(
                        history(
                                game(2, 2, good, good, roundup(0, "[0.5]", "[1, 0]"), "{}"),
                                game(1, 2, good, roundup(0, "[2]", "[true, 0]"))),
                        List.of(DILEMMA, SMALL)))
                .withMessageContaining("game 1, round 3: navgp1 is a list of 2 numbers")
                .withMessageContaining("game 1, round 4: skip is 0 or 1")
                .withMessageContaining("game 2, round 1: navgp1")
                .withMessageContaining("game 2, round 2: navgp1")
                .withMessageContaining("game 2, round 2: navgp2");
    }

    @Test
    void gamesOfAnotherNumberOrShapeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriorHistoryJson.read(history(game(2, 2)), List.of(DILEMMA, SMALL)))
                .withMessageContaining("as many games as the experiment, 2, but this has 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriorHistoryJson.read(history(game(2, 3)), List.of(DILEMMA)))
                .withMessageContaining("expected p1 = 2 and p2 = 2, but found 2 and 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriorHistoryJson.read("[]", List.of(DILEMMA)))
                .withMessageContaining("no such list");
    }

    @Test
    void everyGameHasAsManyRounds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriorHistoryJson.read(
                        history(game(2, 2, roundup(0, "[1,0]", "[1,0]")), game(1, 2)), List.of(DILEMMA, SMALL)))
                .withMessageContaining("[1, 0]");
    }

    @Test
    void roundsAfterTheLastThatWasPlayedInAnyGameAreTrimmed() {
        String played = roundup(0, "[1, 0]", "[1, 0]");
        String skipped = roundup(1, "[0, 0]", "[0, 0]");
        PriorHistory history = PriorHistoryJson.read(
                history(game(2, 2, played, skipped, skipped, skipped), game(2, 2, skipped, skipped, played, skipped)),
                List.of(DILEMMA, DILEMMA));

        assertThat(history.trimmed().rounds()).isEqualTo(history.rounds().subList(0, 3));
        assertThat(new PriorHistory(history.rounds().subList(1, 2)).trimmed()).isEqualTo(PriorHistory.NONE);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        List<List<GameAverage>> rounds =
                List.of(List.of(new GameAverage(1, shares("1/4 3/4"), shares("0.3333 0.6667"), false, 0)));

        assertThat(PriorHistoryJson.read(PriorHistoryJson.write(rounds, List.of(DILEMMA)), List.of(DILEMMA))
                        .rounds())
                .isEqualTo(rounds);
    }
}
