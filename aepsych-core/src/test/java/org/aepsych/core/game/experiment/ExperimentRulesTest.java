package org.aepsych.core.game.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Role;
import org.aepsych.api.storage.ResultRow.ExperimentRow;
import org.aepsych.api.storage.ResultRow.LotteryRow;
import org.aepsych.api.storage.ResultRow.PastRow;
import org.aepsych.api.storage.ResultRow.PlayerRow;
import org.aepsych.core.game.GameLab;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.testing.OnEveryStorage;
import org.junit.jupiter.api.Test;

/** Gamelab's rules 1.1 to 1.8: the life of an experiment, its rounds, and who is in. */
@OnEveryStorage
class ExperimentRulesTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final GameLab lab = new GameLab();

    private ExperimentRow row(ExperimentId id) {
        return lab.rows(id, ExperimentRow.class).get(0);
    }

    private int round(ExperimentId id) {
        return lab.experiments.summary(id).clock().round();
    }

    private List<Long> ofRole(ExperimentId id, Role role) {
        return lab.state(id).players().stream()
                .filter(player ->
                        player.seat().filter(seat -> seat.role().equals(role)).isPresent())
                .map(player -> player.id().value())
                .toList();
    }

    private void refused(StandardError code, Runnable play) {
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(play::run)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void anExperimentIsNewThenStartedThenOverThenDrawn() {
        ExperimentId id = lab.define("rounds = 1\nlottery = x");
        lab.register(id, "p1");
        lab.register(id, "p2");
        assertThat(row(id).state()).isZero();
        assertThat(row(id).round()).isEqualTo(-1);

        lab.conduct.start(id);
        assertThat(row(id).state()).isEqualTo(1);
        lab.play(id, 1, 0, "1");
        lab.play(id, 2, 0, "1");
        lab.conduct.end(id);
        assertThat(row(id).state()).as("tallied at once, though nobody asks").isEqualTo(2);
        assertThat(row(id).total()).isEqualTo(6);

        lab.conduct.draw(id, 1, 42);
        assertThat(row(id).state()).isEqualTo(3);
    }

    @Test
    void theExperimentsRowHasEveryParameter() {
        ExperimentId id = lab.define("rounds = 4\nminutes = 7\nroundpct = 250\nroundmin = 3\nplayermax = 9\n"
                + "lottery = A prize\ninstructions = Read\nshow_history = no\nshuffle = no\nrelative_rounds = yes");

        ExperimentRow row = row(id);
        assertThat(row.rounds()).isEqualTo(4);
        assertThat(row.prounds()).as("0 stands for all rounds").isEqualTo(4);
        assertThat(row.minutes()).isEqualTo(7);
        assertThat(row.roundpct()).as("more than all is all").isEqualTo(1.0);
        assertThat(row.roundmin()).isEqualTo(3);
        assertThat(row.playermax()).isEqualTo(9);
        assertThat(row.lottery()).isEqualTo("A prize");
        assertThat(row.instr()).isEqualTo("Read");
        assertThat(row.flags()).as("history hidden, not shuffled, relative").isEqualTo(7);
    }

    @Test
    void theRowsHaveWhatGamelabHasOfTheWayIn() {
        ExperimentId earlier = lab.started(2, "rounds = 1");
        lab.conduct.end(earlier);
        String history = lab.experiments.history(earlier);
        ExperimentId id = lab.define(
                "rounds = 4\nautoaddpreserve = yes\nloginuri = https://lab.example.org/in\n" + "history = " + history);
        assertThat(row(id).history()).isEqualTo(history);
        assertThat(row(id).loginuri()).as("before the start").isEmpty();
        ParticipantId invited =
                lab.participation.enroll(id, "a@example.org", Optional.empty()).participant();
        lab.participation.enroll(id, "b@example.org", Optional.empty());
        lab.register(id, "captive");
        assertThat(states(id)).containsExactly(0, 0, 2);
        String secret = lab.access().links(id, List.of(invited)).get(0).secret();
        assertThat(states(id)).containsExactly(1, 0, 2);
        assertThat(lab.access().redeem(id, secret)).isEqualTo(invited);
        lab.conduct.start(id);
        lab.play(id, 2, 0, "1", "0");

        assertThat(states(id)).containsExactly(2, 2, 2);
        assertThat(row(id).autoaddpreserve()).isTrue();
        assertThat(row(id).loginuri()).isEqualTo("https://lab.example.org/in");
        assertThat(lab.replay().rebuild(lab.stream(id)).identical()).isTrue();
    }

    private List<Integer> states(ExperimentId id) {
        return lab.rows(id, PlayerRow.class).stream().map(PlayerRow::state).toList();
    }

    @Test
    void aStartIsNeverInThePastAndHappensOnce() {
        ExperimentId id = lab.started(2, "rounds = 3\nstart = 2020-01-01T00:00:00Z");

        assertThat(row(id).start()).contains(GameLab.MORNING);
        refused(StandardError.STATE_CONFLICT, () -> lab.conduct.start(id));
    }

    @Test
    void registrationOutlivesTheStartOnlyIfToldTo() {
        ExperimentId closing = lab.started(0, "rounds = 3\nautoadd = yes\nautoaddpreserve = no");
        ExperimentId staying = lab.started(0, "rounds = 3\nautoadd = yes\nautoaddpreserve = yes");

        assertThat(row(closing).autoadd()).isFalse();
        refused(StandardError.NOT_ALLOWED, () -> lab.register(closing, "late"));
        assertThat(row(staying).autoadd()).isTrue();
        lab.register(staying, "late");
        lab.conduct.switchRegistration(staying, false);
        refused(StandardError.NOT_ALLOWED, () -> lab.register(staying, "later"));
    }

    @Test
    void nothingAdvancesBeforeTheStart() {
        ExperimentId unstarted = lab.define("rounds = 3\nminutes = 1");
        ExperimentId planned = lab.started(2, "rounds = 3\nminutes = 1\nstart = 2026-03-02T09:00:00Z");
        lab.pass(Duration.ofMinutes(59));

        assertThat(round(unstarted)).isEqualTo(-1);
        assertThat(round(planned)).isEqualTo(-1);
        refused(StandardError.ROUND_CLOSED, () -> lab.play(planned, 1, 0, "1"));
    }

    @Test
    void aLateLookFindsEveryRoundEndedAtItsOwnTime() {
        ExperimentId id = lab.started(2, "rounds = 9\nminutes = 10");
        lab.pass(Duration.ofMinutes(25));

        assertThat(round(id)).isEqualTo(2);
        assertThat(row(id).roundbegan())
                .as("the boundary, not the moment of the look")
                .contains(Instant.parse("2026-03-02T08:20:00Z"));
        lab.pass(Duration.ofMinutes(5));
        assertThat(round(id)).as("no idle time is lost").isEqualTo(3);
    }

    @Test
    void theTimeRuleStopsAtTheLastRound() {
        ExperimentId id = lab.started(2, "rounds = 3\nminutes = 1");
        lab.pass(Duration.ofDays(7));

        assertThat(round(id)).isEqualTo(3);
        assertThat(lab.rows(id, PastRow.class)).hasSize(3);
    }

    @Test
    void thePercentageCountsStrictlyAfterTheGraceTime() {
        ExperimentId id = lab.started(2, "rounds = 3\nroundmin = 1");
        lab.play(id, 1, 0, "1");
        lab.play(id, 2, 0, "1");

        lab.pass(MINUTE);
        assertThat(round(id)).as("at the end of the grace time").isZero();
        lab.pass(Duration.ofNanos(1_000));
        assertThat(round(id)).as("right after it").isEqualTo(1);
    }

    @Test
    void thePercentageIsReachedAtTheFractionItselfAndInBothRoles() {
        ExperimentId id = lab.started(8, "rounds = 3\nroundpct = 50");
        lab.pass(MINUTE);
        List<Long> rows = ofRole(id, Role.ROW);
        List<Long> columns = ofRole(id, Role.COLUMN);
        rows.forEach(row -> lab.play(id, row, 0, "1"));
        lab.play(id, columns.get(0), 0, "1");
        assertThat(round(id)).as("one of four columns is less than half").isZero();

        lab.play(id, columns.get(1), 0, "1");
        assertThat(round(id)).as("two of four columns are half").isEqualTo(1);
    }

    @Test
    void onlyWhoIsPresentInTheRoundCounts() {
        ExperimentId id = lab.started(2, "rounds = 9\nprounds = 1");
        lab.register(id, "third");
        lab.register(id, "fourth");
        lab.pass(MINUTE);
        lab.play(id, 1, 0, "1");
        lab.play(id, 2, 0, "1");
        assertThat(round(id))
                .as("those who join in the next round do not count")
                .isEqualTo(1);

        lab.pass(MINUTE);
        lab.play(id, 3, 1, "1");
        lab.play(id, 4, 1, "1");
        assertThat(round(id)).as("those who are through do not count").isEqualTo(2);
    }

    @Test
    void aRoleWithNobodyLeavesTheRoundToTime() {
        ExperimentId id = lab.started(1, "rounds = 3\nminutes = 5");
        lab.pass(MINUTE);
        lab.play(id, 1, 0, "1");

        assertThat(round(id)).isZero();
        lab.pass(Duration.ofMinutes(4));
        assertThat(round(id)).isEqualTo(1);
    }

    @Test
    void theExcludedBlockNoRound() {
        ExperimentId id = lab.started(4, "rounds = 3");
        lab.pass(MINUTE);
        for (long player = 1; player <= 3; player++) {
            lab.play(id, player, 0, "1");
        }
        lab.conduct.disable(id, new ParticipantId(4));

        assertThat(round(id)).isEqualTo(1);
    }

    @Test
    void aRoundMayEndByTimeBeforeItsGraceTimeIsOver() {
        ExperimentId id = lab.started(2, "rounds = 3\nminutes = 2\nroundmin = 10");
        lab.pass(Duration.ofMinutes(2));

        assertThat(round(id)).isEqualTo(1);
    }

    @Test
    void advancingByHandChangesSomethingOnlyWhileRoundsRun() {
        ExperimentId id = lab.define("rounds = 2");
        lab.conduct.advance(id);
        lab.conduct.end(id);
        assertThat(round(id)).isEqualTo(-1);

        lab.conduct.start(id);
        lab.conduct.advance(id);
        assertThat(round(id)).isEqualTo(1);
        lab.conduct.advance(id);
        lab.conduct.advance(id);
        assertThat(round(id)).isEqualTo(2);
    }

    @Test
    void afterTheEndPlaysAreRefusedButComingInIsNot() {
        ExperimentId id = lab.started(2, "rounds = 2");
        lab.conduct.end(id);

        refused(StandardError.ROUND_CLOSED, () -> lab.play(id, 1, 1, "1"));
        ParticipantId late = lab.register(id, "late");
        assertThat(lab.participation.participantView(id, late).inLobby()).isTrue();
        assertThat(lab.state(id).phase()).isEqualTo(GamePhase.OVER);
    }

    @Test
    void everybodyPlaysTheirOwnRoundsAndNoOthers() {
        ExperimentId id = lab.started(2, "rounds = 9\nprounds = 2");
        ParticipantId late = lab.register(id, "late");
        refused(StandardError.STATE_CONFLICT, () -> lab.play(id, late.value(), 0, "1"));

        lab.conduct.advance(id);
        lab.play(id, late.value(), 1, "1");
        lab.play(id, 1, 1, "1");
        lab.conduct.advance(id);
        lab.play(id, late.value(), 2, "1");
        refused(StandardError.STATE_CONFLICT, () -> lab.play(id, 1, 2, "1"));
        lab.conduct.advance(id);
        refused(StandardError.STATE_CONFLICT, () -> lab.play(id, late.value(), 3, "1"));
    }

    @Test
    void theLobbyPlaysNothing() {
        ExperimentId id = lab.started(3, "rounds = 9\nplayermax = 1");
        long waiting = lab.state(id).players().stream()
                .filter(player -> player.seat().isEmpty())
                .findFirst()
                .orElseThrow()
                .id()
                .value();

        refused(StandardError.STATE_CONFLICT, () -> lab.play(id, waiting, 0, "1"));
    }

    @Test
    void rolesAlternateInTheOrderOfTheSeedsAndTheExcludedAreInIt() {
        ExperimentId id = lab.define("rounds = 3");
        for (int player = 1; player <= 5; player++) {
            lab.register(id, "p" + player);
        }
        lab.conduct.disable(id, new ParticipantId(2));
        lab.conduct.start(id);

        assertThat(ofRole(id, Role.ROW)).hasSize(3);
        assertThat(ofRole(id, Role.COLUMN)).hasSize(2);
        assertThat(lab.rows(id, PlayerRow.class)).allMatch(row -> row.joined() == 0);
    }

    @Test
    void withALimitTheFirstOfTheOrderAreIn() {
        ExperimentId id = lab.started(7, "rounds = 3\nplayermax = 2");

        assertThat(ofRole(id, Role.ROW)).hasSize(2);
        assertThat(ofRole(id, Role.COLUMN)).hasSize(2);
        assertThat(lab.rows(id, PlayerRow.class).stream().filter(row -> row.joined() < 0))
                .hasSize(3);
    }

    @Test
    void joiningIsRefusedWhenNoRoundIsLeftToPlay() {
        ExperimentId id = lab.started(2, "rounds = 2");
        ParticipantId inTime = lab.register(id, "in time");
        lab.conduct.advance(id);
        ParticipantId tooLate = lab.register(id, "too late");

        assertThat(lab.participation.participantView(id, inTime).joined()).contains(1);
        assertThat(lab.participation.join(id, tooLate)).isFalse();
    }

    @Test
    void latecomersTakeTheSmallerRoleOfTheNextRoundAndColumnsInATie() {
        ExperimentId id = lab.started(3, "rounds = 9\nprounds = 1");
        assertThat(ofRole(id, Role.ROW)).hasSize(2);

        lab.register(id, "a");
        lab.register(id, "b");
        lab.register(id, "c");

        assertThat(ofRole(id, Role.COLUMN)).as("all others are through by then").contains(4L, 6L);
        assertThat(ofRole(id, Role.ROW)).contains(5L);
    }

    @Test
    void aFullRoleLetsNobodyInUntilAPlaceIsFree() {
        ExperimentId id = lab.started(2, "rounds = 9\nprounds = 2\nplayermax = 1");
        ParticipantId waiting = lab.register(id, "waiting");
        assertThat(lab.participation.join(id, waiting)).isFalse();

        lab.conduct.advance(id);
        assertThat(lab.participation.join(id, waiting)).isTrue();
        assertThat(lab.participation.participantView(id, waiting).joined()).contains(2);
    }

    @Test
    void beforeTheRoundsBeginJoiningIsForTheFirstRound() {
        ExperimentId id = lab.started(0, "rounds = 9\nstart = 2026-03-02T09:00:00Z");

        assertThat(lab.participation.register(id, "early", Optional.empty()).joined())
                .isTrue();
        assertThat(lab.rows(id, PlayerRow.class))
                .singleElement()
                .satisfies(row -> assertThat(row.joined()).isZero());
    }

    @Test
    void roundsBeforeJoiningAndPeopleWhoNeverJoinedHaveRowsOfZero() {
        ExperimentId id = lab.started(3, "rounds = 3\nplayermax = 1");
        lab.play(id, ofRole(id, Role.ROW).get(0), 0, "1");
        lab.play(id, ofRole(id, Role.COLUMN).get(0), 0, "1");
        lab.conduct.end(id);

        assertThat(lab.rows(id, LotteryRow.class)).hasSize(9);
        assertThat(lab.rows(id, LotteryRow.class).stream()
                        .filter(row -> row.aggrpayoff().equals("0")))
                .as("of the one who never joined")
                .hasSize(3);
    }

    @Test
    void aLossLiftsEverybodyAlsoThoseWhoNeverPlayed() {
        ExperimentId id = lab.experiments.define("""
                [common]
                protocol = game
                games = [pd]
                rounds = 1
                playermax = 1
                [pd]
                payoffs = -27/20, 3
                """);
        lab.register(id, "p1");
        lab.register(id, "p2");
        lab.register(id, "p3");
        lab.conduct.start(id);
        ofRole(id, Role.ROW).forEach(row -> lab.play(id, row, 0, "1"));
        ofRole(id, Role.COLUMN).forEach(column -> lab.play(id, column, 0, "1"));
        lab.conduct.end(id);

        List<PlayerRow> players = lab.rows(id, PlayerRow.class);
        assertThat(players.stream().map(PlayerRow::finalscore)).containsExactlyInAnyOrder(0L, 4L, 1L);
        assertThat(row(id).total()).isEqualTo(5);
        long next = 0;
        for (PlayerRow player : players) {
            assertThat(player.finalrank()).isEqualTo(next);
            next += player.finalscore();
        }
    }

    @Test
    void askingForMoreWinnersThanCanBeIsAnError() {
        ExperimentId id = lab.started(3, "rounds = 1\nplayermax = 1");
        ofRole(id, Role.ROW).forEach(row -> lab.play(id, row, 0, "1"));
        ofRole(id, Role.COLUMN).forEach(column -> lab.play(id, column, 0, "1"));
        refused(StandardError.STATE_CONFLICT, () -> lab.conduct.draw(id, 1, 1));
        lab.conduct.end(id);

        refused(StandardError.INPUT_INVALID, () -> lab.conduct.draw(id, 3, 1));
        assertThat(lab.conduct.draw(id, 0, 1)).isEmpty();
        assertThat(row(id).state()).isEqualTo(3);
        assertThat(lab.conduct.draw(id, 2, 9)).as("drawn once and for all").isEmpty();
    }
}
