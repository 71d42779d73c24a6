package org.aepsych.strategies.payoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.api.payoff.RoundResult;
import org.aepsych.api.payoff.RoundResult.PlayerPlays;
import org.aepsych.api.payoff.Settlement;
import org.aepsych.api.payoff.Settlement.Payoff;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PopulationAverageTest {
    private static final Game DILEMMA = new Game(1, "pd", 2, 2, Game.parsePayoffs("3 3 0 5 5 0 1 1"));
    private static final Game OTHER = new Game(2, "other", 1, 1, Game.parsePayoffs("7 -7"));

    private final PopulationAverage rule = new PopulationAverage();

    private static PlayerPlays plays(long id, Role role, Map<Integer, Mixture> mixtures) {
        return new PlayerPlays(new ParticipantId(id), role, mixtures);
    }

    @Test
    void paysAgainstTheAverageOfTheOtherSide() {
        Settlement settlement = rule.settle(new RoundResult(
                0,
                List.of(DILEMMA),
                List.of(
                        plays(1, Role.ROW, Map.of(1, Mixture.parse("1/2 1/2"))),
                        plays(2, Role.COLUMN, Map.of(1, Mixture.parse("1 0"))),
                        plays(3, Role.COLUMN, Map.of(1, Mixture.parse("0 1"))))));

        assertThat(settlement.payoffs())
                .containsExactly(
                        new Payoff(new ParticipantId(1), 1, Rational.of(9, 4)),
                        new Payoff(new ParticipantId(2), 1, Rational.of(3, 2)),
                        new Payoff(new ParticipantId(3), 1, Rational.of(3)));
    }

    @Test
    void leavesOutWhoHasNotPlayedEveryGame() {
        Settlement settlement = rule.settle(new RoundResult(
                0,
                List.of(DILEMMA, OTHER),
                List.of(
                        plays(1, Role.ROW, Map.of(1, Mixture.parse("1 0"), 2, Mixture.parse("1"))),
                        plays(2, Role.COLUMN, Map.of(1, Mixture.parse("0 1"), 2, Mixture.parse("1"))),
                        plays(3, Role.COLUMN, Map.of(1, Mixture.parse("1 0"))))));

        assertThat(settlement.averages().get(0).columns()).containsExactly(Rational.ZERO, Rational.ONE);
        assertThat(settlement.averages().get(0).plays()).isEqualTo(2);
        assertThat(settlement.payoffs())
                .extracting(payoff -> payoff.participant().value())
                .doesNotContain(3L);
    }

    @Test
    void skipsARoundWithoutOpponentsAndPaysNothingInIt() {
        Settlement settlement = rule.settle(new RoundResult(
                0, List.of(DILEMMA), List.of(plays(1, Role.COLUMN, Map.of(1, Mixture.parse("1 0"))))));

        assertThat(settlement.averages().get(0).skipped()).isTrue();
        assertThat(settlement.averages().get(0).plays()).isEqualTo(1);
        assertThat(settlement.averages().get(0).columns()).containsExactly(Rational.ZERO, Rational.ZERO);
        assertThat(settlement.payoffs()).containsExactly(new Payoff(new ParticipantId(1), 1, Rational.ZERO));
    }

    /** Rounds recorded by gamelab 1.1.10 itself. */
    @Test
    void settlesAsGamelabDid() throws Exception {
        JsonNode golden;
        try (var in = getClass().getResourceAsStream("/gamelab-golden.json")) {
            golden = JsonMapper.builder().build().readTree(in);
        }
        JsonNode input = golden.required("input");
        List<Game> games = new ArrayList<>();
        for (JsonNode game : input.required("games")) {
            games.add(new Game(
                    game.required("id").intValue(),
                    game.required("name").stringValue(),
                    game.required("p1").intValue(),
                    game.required("p2").intValue(),
                    Game.parsePayoffs(game.required("payoffs").stringValue())));
        }
        List<String> averages = new ArrayList<>();
        Map<String, String> payoffs = new TreeMap<>();
        for (int round = 0; round < 4; round++) {
            Settlement settlement = rule.settle(new RoundResult(round, games, played(input, round)));
            for (Settlement.GameAverage average : settlement.averages()) {
                averages.add(round + " " + average.game() + ": " + words(average.rows()) + " / "
                        + words(average.columns()) + " by " + average.plays());
            }
            for (Payoff payoff : settlement.payoffs()) {
                payoffs.put(
                        round + " " + payoff.participant() + " " + payoff.game(),
                        payoff.amount().toString());
            }
        }

        assertThat(averages)
                .containsExactlyElementsOf(stream(golden.required("expected").required("past"))
                        .map(row -> number(row, "round") + " " + number(row, "gameid") + ": "
                                + row.required("currentsp1").stringValue() + " / "
                                + row.required("currentsp2").stringValue() + " by " + number(row, "plays"))
                        .toList());
        assertThat(payoffs)
                .isEqualTo(stream(golden.required("expected").required("payoff"))
                        .collect(Collectors.toMap(
                                row -> number(row, "round") + " " + number(row, "playerid") + " "
                                        + number(row, "gameid"),
                                row -> row.required("payoff").stringValue())));
    }

    private static List<PlayerPlays> played(JsonNode input, int round) {
        List<PlayerPlays> plays = new ArrayList<>();
        for (JsonNode player : input.required("players")) {
            Map<Integer, Mixture> mixtures = new TreeMap<>();
            for (JsonNode choice : input.required("choices")) {
                if (number(choice, "round") == round && number(choice, "playerid") == number(player, "id")) {
                    mixtures.put(
                            number(choice, "gameid"),
                            Mixture.parse(choice.required("strats").stringValue()));
                }
            }
            plays.add(plays(number(player, "id"), number(player, "role") == 0 ? Role.ROW : Role.COLUMN, mixtures));
        }
        return plays;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static int number(JsonNode node, String name) {
        return node.required(name).intValue();
    }

    private static String words(List<Rational> numbers) {
        return numbers.stream().map(Rational::toString).collect(Collectors.joining(" "));
    }
}
