package org.aepsych.core.game.lottery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.number.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LotteryDrawTest {
    private static Tally tally(long... tickets) {
        SortedMap<ParticipantId, Long> earned = new TreeMap<>();
        for (long each : tickets) {
            earned.put(new ParticipantId(earned.size() + 1L), each);
        }
        return Tally.of(earned);
    }

    private static List<Long> ticketsDrawn(Tally tally, int wanted, long seed) {
        return new LotteryDraw(tally)
                .draw(wanted, seed).stream().map(Winner::ticket).toList();
    }

    @Test
    void drawsTheTicketsThatGamelabDraws() {
        assertThat(ticketsDrawn(tally(200, 100, 100, 74), 3, 42)).containsExactly(228L, 186L, 419L);
        assertThat(ticketsDrawn(tally(10, 8, 9, 9, 8, 9), 2, 12345)).containsExactly(39L, 6L);
    }

    @Test
    void drawsAgainWhenSomebodyHasWonAlready() {
        // Seed 1004 and 129 tickets: 86, 86, 61, 66, 23.
        List<Winner> winners = new LotteryDraw(tally(50, 14, 65)).draw(3, 1004);

        assertThat(winners)
                .containsExactly(
                        new Winner(new ParticipantId(3), 0, 86),
                        new Winner(new ParticipantId(2), 1, 61),
                        new Winner(new ParticipantId(1), 2, 23));
    }

    @Test
    void takesNobodyIfNobodyIsWanted() {
        assertThat(new LotteryDraw(tally(5, 0)).draw(0, 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2", "-1"})
    void refusesMoreWinnersThanCanWin(int wanted) {
        LotteryDraw draw = new LotteryDraw(tally(5, 0, 0));

        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> draw.draw(wanted, 42))
                .withMessageContaining("allowed are 0 to 1")
                .satisfies(e -> assertThat(e.code()).isEqualTo(StandardError.INPUT_INVALID));
    }

    @Test
    void refusesADrawWithoutTickets() {
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> new LotteryDraw(tally(0, 0)).draw(0, 1))
                .satisfies(e -> assertThat(e.code()).isEqualTo(StandardError.STATE_CONFLICT));
    }

    @Test
    void refusesMoreTicketsThanTheGeneratorReaches() {
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> new LotteryDraw(tally(GlibcRandom.RANGE, 1)).draw(1, 1))
                .withMessageContaining("2147483648");
    }

    @Test
    void givesUpOnHopelessShares() {
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> new LotteryDraw(tally(GlibcRandom.RANGE - 1, 1)).draw(2, 1))
                .withMessageContaining("1 of 2 winners");
    }

    @Test
    void numbersTicketsThrough() {
        assertThat(tally(3, 0, 2))
                .isEqualTo(new Tally(
                        List.of(
                                new Share(new ParticipantId(1), new Score(0, 3)),
                                new Share(new ParticipantId(2), new Score(3, 0)),
                                new Share(new ParticipantId(3), new Score(3, 2))),
                        5));
    }

    @Test
    void liftsEverybodyByTheLargestLoss() {
        assertThat(tally(-2, 0, 3).shares())
                .extracting(share -> share.score().tickets())
                .containsExactly(0L, 2L, 5L);
    }

    @ParameterizedTest
    @CsvSource({"-27/20, -1", "27/20, 2", "0, 0", "3, 3"})
    void roundsPayoffsUp(String payoff, long tickets) {
        assertThat(Tally.tickets(Rational.ofText(payoff))).isEqualTo(tickets);
    }

    @Test
    void boundsFortunesAndDebts() {
        Rational fortune = Rational.ofText("9".repeat(40));

        assertThat(Tally.tickets(fortune)).isEqualTo(Tally.MOST_TICKETS);
        assertThat(Tally.tickets(fortune.negate())).isEqualTo(-Tally.MOST_TICKETS);
    }
}
