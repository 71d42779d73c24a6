package org.aepsych.strategies.payoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;
import org.aepsych.api.payoff.Opposition;
import org.aepsych.api.payoff.RoundResult;
import org.aepsych.api.payoff.RoundResult.Place;
import org.aepsych.api.payoff.RoundResult.PlayerPlays;
import org.aepsych.api.payoff.Settlement;
import org.aepsych.strategies.payoff.Matched.Absent;
import org.junit.jupiter.api.Test;

/** Participants 1, 3, 5 … are row players, 2, 4, 6 … column players. */
class MatchedTest {
    private static final Game DILEMMA = new Game(1, "dilemma", 2, 2, Game.parsePayoffs("3 3 0 5 5 0 1 1"));

    private static RoundResult round(int number, int participants, String... mixtures) {
        List<PlayerPlays> plays = new ArrayList<>();
        for (int i = 0; i < mixtures.length; i++) {
            if (!mixtures[i].isEmpty()) {
                plays.add(new PlayerPlays(
                        new ParticipantId(i + 1), new Role(i % 2), Map.of(1, Mixture.parse(mixtures[i]))));
            }
        }
        return new RoundResult(number, List.of(DILEMMA), plays, places(participants));
    }

    private static List<Place> places(int participants) {
        return IntStream.range(0, participants)
                .mapToObj(i -> new Place(new ParticipantId(i + 1), new Role(i % 2)))
                .toList();
    }

    private static Map<Long, String> payoffs(Matching matching, Absent absent, RoundResult round) {
        Settlement settlement = new Matched(matching, absent).settle(round);
        Map<Long, String> amounts = new TreeMap<>();
        settlement
                .payoffs()
                .forEach(payoff -> amounts.put(
                        payoff.participant().value(), payoff.amount().toString()));
        return amounts;
    }

    @Test
    void aPartnersOwnMixtureIsWhatCounts() {
        assertThat(payoffs(Matching.fixedPairs(), Absent.AVERAGE, round(3, 4, "1 0", "1 0", "0 1", "1/2 1/2")))
                .isEqualTo(Map.of(1L, "3", 2L, "3", 3L, "3", 4L, "1/2"));
    }

    @Test
    void whosePartnerIsAbsentIsPaidTheAverageOrNothing() {
        RoundResult round = round(0, 4, "1 0", "", "0 1", "1/2 1/2");

        assertThat(payoffs(Matching.fixedPairs(), Absent.AVERAGE, round))
                .isEqualTo(Map.of(1L, "3/2", 3L, "3", 4L, "1/2"));
        assertThat(payoffs(Matching.fixedPairs(), Absent.NOTHING, round))
                .isEqualTo(Map.of(1L, "0", 3L, "3", 4L, "1/2"));
    }

    @Test
    void nobodysPartnerChangesBecauseSomebodyElseIsAbsent() {
        RoundResult all = round(5, 6, "1 0", "1/3 2/3", "0 1", "1/2 1/2", "1/4 3/4", "0 1");
        RoundResult two = round(5, 6, "", "", "0 1", "1/2 1/2", "1/4 3/4", "0 1");

        for (Matching matching : List.of(Matching.fixedPairs(), Matching.roundRobin(), Matching.randomPairs(4))) {
            Map<Long, String> before = payoffs(matching, Absent.NOTHING, all);
            payoffs(matching, Absent.NOTHING, two)
                    .forEach((player, amount) -> assertThat(amount).isIn("0", before.get(player)));
        }
    }

    @Test
    void aRoundRobinLetsEverybodyMeetEverybodyOnce() {
        Set<List<ParticipantId>> met = new HashSet<>();
        for (int round = 0; round < 4; round++) {
            met.addAll(Matching.roundRobin().groups(Matching.byRole(places(8), 2), round));
        }

        assertThat(met).hasSize(16).allMatch(pair -> pair.size() == 2);
    }

    @Test
    void randomPairsAreDrawnAnewButTheSameAgain() {
        List<List<ParticipantId>> byRole = Matching.byRole(places(40), 2);
        List<List<ParticipantId>> first = Matching.randomPairs(1).groups(byRole, 0);

        assertThat(first).hasSize(20).allMatch(pair -> pair.size() == 2);
        assertThat(Matching.randomPairs(1).groups(byRole, 0)).isEqualTo(first);
        assertThat(new HashSet<>(Matching.randomPairs(1).groups(byRole, 1))).isNotEqualTo(new HashSet<>(first));
        assertThat(new HashSet<>(Matching.randomPairs(2).groups(byRole, 0))).isNotEqualTo(new HashSet<>(first));
    }

    @Test
    void whoIsLeftOverJoinsTheLastGroup() {
        List<List<ParticipantId>> groups = Matching.fixedGroups(2).groups(Matching.byRole(places(11), 2), 9);

        assertThat(groups).hasSize(2);
        assertThat(groups.get(0)).extracting(ParticipantId::value).containsExactly(1L, 3L, 2L, 4L);
        assertThat(groups.get(1)).extracting(ParticipantId::value).containsExactly(5L, 7L, 9L, 11L, 6L, 8L, 10L);
    }

    @Test
    void eachPayoffSaysAgainstWhomItWasPaid() {
        RoundResult round = round(0, 4, "1 0", "", "0 1", "1/2 1/2");

        assertThat(kinds(Absent.AVERAGE, round))
                .isEqualTo(Map.of(1L, Opposition.Kind.STAND_IN, 3L, Opposition.Kind.GROUP, 4L, Opposition.Kind.GROUP));
        assertThat(kinds(Absent.NOTHING, round))
                .isEqualTo(Map.of(1L, Opposition.Kind.NOBODY, 3L, Opposition.Kind.GROUP, 4L, Opposition.Kind.GROUP));
        assertThat(kinds(Absent.AVERAGE, round(0, 4, "1 0", "", "0 1", "")).values())
                .as("a skipped round")
                .containsOnly(Opposition.Kind.NOBODY);
    }

    private static Map<Long, Opposition.Kind> kinds(Absent absent, RoundResult round) {
        Matched rule = new Matched(Matching.fixedPairs(), absent);
        Settlement settlement = rule.settle(round);
        Map<Long, Opposition.Kind> kinds = new TreeMap<>();
        settlement
                .payoffs()
                .forEach(payoff -> kinds.put(
                        payoff.participant().value(),
                        rule.met(round, settlement, payoff.participant(), payoff.game())
                                .orElseThrow()
                                .kind()));
        return kinds;
    }

    @Test
    void aGroupIsAPopulationOfItsOwn() {
        RoundResult round = round(0, 8, "1 0", "1 0", "0 1", "0 1", "1 0", "0 1", "1 0", "0 1");

        assertThat(payoffs(Matching.fixedGroups(2), Absent.AVERAGE, round))
                .isEqualTo(Map.of(1L, "3/2", 2L, "3/2", 3L, "3", 4L, "3", 5L, "0", 6L, "5", 7L, "0", 8L, "5"));
        assertThat(new Matched(Matching.fixedGroups(2), Absent.AVERAGE)
                        .settle(round)
                        .averages())
                .isEqualTo(new PopulationAverage().settle(round).averages());
    }
}
