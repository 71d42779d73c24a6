package org.aepsych.core.game.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Role;
import org.aepsych.api.storage.ResultRow.PastRow;
import org.aepsych.core.game.GameLab;
import org.aepsych.core.game.event.AdvanceReason;
import org.aepsych.core.game.event.GameEvent.RoundAdvanced;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.game.view.RoundClock;
import org.aepsych.core.testing.OnEveryStorage;
import org.junit.jupiter.api.Test;

@OnEveryStorage
class RoundsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final GameLab lab = new GameLab();

    private int round(ExperimentId id) {
        return lab.state(id).round();
    }

    private List<RoundAdvanced> advances(ExperimentId id) {
        return lab.storage.events().read(lab.stream(id), 0).stream()
                .filter(recorded -> recorded.type().equals("advance"))
                .map(lab.protocol::decode)
                .map(RoundAdvanced.class::cast)
                .toList();
    }

    @Test
    void beginAtTheStart() {
        ExperimentId id = lab.started(2, "rounds = 3");

        assertThat(round(id)).isZero();
        assertThat(advances(id)).containsExactly(new RoundAdvanced(0, AdvanceReason.TIME, GameLab.MORNING));
    }

    @Test
    void waitForAStartInTheFuture() {
        ExperimentId id = lab.started(2, "rounds = 3\nstart = 2026-03-02T08:05:00Z");

        assertThat(round(id)).isEqualTo(-1);
        assertThat(lab.tick(id)).contains(Instant.parse("2026-03-02T08:05:00Z"));
        lab.pass(Duration.ofMinutes(5));
        lab.tick(id);
        assertThat(round(id)).isZero();
    }

    @Test
    void treatAStartInThePastAsNow() {
        ExperimentId id = lab.started(2, "rounds = 3\nstart = 2026-01-01T00:00:00Z");

        assertThat(lab.state(id).progress().start()).contains(GameLab.MORNING);
    }

    @Test
    void endOnScheduleHoweverLateAnybodyLooks() {
        ExperimentId id = lab.started(2, "rounds = 5\nminutes = 10");

        lab.pass(Duration.ofMinutes(25));
        Optional<Instant> next = lab.tick(id);

        assertThat(advances(id))
                .containsExactly(
                        new RoundAdvanced(0, AdvanceReason.TIME, GameLab.MORNING),
                        new RoundAdvanced(1, AdvanceReason.TIME, GameLab.MORNING.plus(Duration.ofMinutes(10))),
                        new RoundAdvanced(2, AdvanceReason.TIME, GameLab.MORNING.plus(Duration.ofMinutes(20))));
        assertThat(next).contains(GameLab.MORNING.plus(Duration.ofMinutes(30)));
    }

    @Test
    void settleEveryRoundThatWasMissedAndFinish() {
        ExperimentId id = lab.started(2, "rounds = 3\nminutes = 1");
        lab.play(id, 1, 0, "1");
        lab.pass(Duration.ofDays(1));

        assertThat(lab.tick(id)).isEmpty();

        assertThat(lab.state(id).phase()).isEqualTo(GamePhase.OVER);
        assertThat(lab.rows(id, PastRow.class)).hasSize(3).allMatch(PastRow::skip);
        assertThat(lab.types(id, 7))
                .containsExactly("play", "advance", "settle", "advance", "settle", "advance", "settle", "finish");
    }

    @Test
    void endEarlyOnceEverybodyHasPlayed() {
        ExperimentId id = lab.started(2, "rounds = 3");
        lab.pass(MINUTE);
        lab.play(id, 1, 0, "1");
        assertThat(round(id)).isZero();

        lab.play(id, 2, 0, "1");

        assertThat(advances(id)).endsWith(new RoundAdvanced(1, AdvanceReason.PERCENTAGE, GameLab.MORNING.plus(MINUTE)));
        assertThat(lab.tick(id)).contains(GameLab.MORNING.plus(MINUTE).plus(Duration.ofMinutes(10)));
    }

    @Test
    void doNotEndInTheInstantInWhichTheyBegan() {
        ExperimentId id = lab.started(2, "rounds = 3");

        lab.play(id, 1, 0, "1");
        lab.play(id, 2, 0, "1");

        assertThat(round(id)).isZero();
        assertThat(lab.tick(id)).contains(GameLab.MORNING.plusNanos(1_000));
    }

    @Test
    void waitForTheGraceTimeAndEndRightAfterIt() {
        ExperimentId id = lab.started(2, "rounds = 3\nroundmin = 2");
        lab.pass(MINUTE);
        lab.play(id, 1, 0, "1");
        lab.play(id, 2, 0, "1");
        assertThat(round(id)).isZero();

        lab.pass(MINUTE);
        Instant wanted = lab.tick(id).orElseThrow();
        assertThat(round(id)).as("exactly at the end of the grace time").isZero();
        assertThat(wanted).isEqualTo(GameLab.MORNING.plus(Duration.ofMinutes(2)).plusNanos(1_000));
        lab.pass(Duration.ofNanos(1_000));
        lab.tick(id);

        assertThat(round(id)).isEqualTo(1);
    }

    @Test
    void endByTimeThoughTheGraceTimeIsLonger() {
        ExperimentId id = lab.started(2, "rounds = 3\nminutes = 1\nroundmin = 5");
        lab.pass(MINUTE);
        lab.tick(id);

        assertThat(round(id)).isEqualTo(1);
    }

    @Test
    void endWhenTheShareIsReachedInBothRoles() {
        ExperimentId id = lab.started(6, "rounds = 3\nroundpct = 66");
        List<Long> rows = lab.state(id).players().stream()
                .filter(player -> player.seat().orElseThrow().role().number() == 0)
                .map(player -> player.id().value())
                .toList();
        List<Long> columns = lab.state(id).players().stream()
                .filter(player -> player.seat().orElseThrow().role().number() == 1)
                .map(player -> player.id().value())
                .toList();
        lab.pass(MINUTE);
        for (long row : rows) {
            lab.play(id, row, 0, "1");
        }
        lab.play(id, columns.get(0), 0, "1");
        assertThat(round(id)).as("one of three columns").isZero();

        lab.play(id, columns.get(1), 0, "1");

        assertThat(round(id)).as("two of three columns are 66 percent").isEqualTo(1);
    }

    @Test
    void neverEndEarlyWithAShareOfZeroOrWithAnEmptySide() {
        ExperimentId byTime = lab.started(2, "rounds = 3\nroundpct = 0");
        ExperimentId alone = lab.started(1, "rounds = 3");
        lab.pass(MINUTE);
        lab.play(byTime, 1, 0, "1");
        lab.play(byTime, 2, 0, "1");
        lab.play(alone, 1, 0, "1");

        assertThat(round(byTime)).isZero();
        assertThat(round(alone)).isZero();
    }

    @Test
    void doNotWaitForTheExcluded() {
        ExperimentId id = lab.started(4, "rounds = 3");
        lab.pass(MINUTE);
        lab.play(id, 1, 0, "1");
        lab.play(id, 2, 0, "1");
        lab.play(id, 3, 0, "1");
        assertThat(round(id)).isZero();

        lab.conduct.disable(id, new ParticipantId(4));

        assertThat(round(id)).isEqualTo(1);
        lab.conduct.enable(id, new ParticipantId(4));
        assertThat(lab.state(id).open().attendance().of(Role.ROW).present()
                        + lab.state(id).open().attendance().of(Role.COLUMN).present())
                .isEqualTo(4);
    }

    @Test
    void countThePlayOfTheExcludedAllTheSame() {
        ExperimentId id = lab.started(2, "rounds = 3");
        lab.play(id, 1, 0, "1");
        lab.play(id, 2, 0, "1");
        lab.conduct.disable(id, new ParticipantId(2));

        lab.conduct.advance(id);

        assertThat(lab.rows(id, PastRow.class)).singleElement().satisfies(row -> {
            assertThat(row.skip()).isFalse();
            assertThat(row.plays()).isEqualTo(2);
        });
    }

    @Test
    void endByHandOnlyWhileTheyRun() {
        ExperimentId id = lab.define("rounds = 2");
        lab.conduct.advance(id);
        lab.conduct.end(id);
        assertThat(round(id)).isEqualTo(-1);
        lab.conduct.start(id);
        lab.pass(MINUTE);

        lab.conduct.advance(id);
        lab.conduct.advance(id);
        lab.conduct.advance(id);

        assertThat(advances(id))
                .containsExactly(
                        new RoundAdvanced(0, AdvanceReason.TIME, GameLab.MORNING),
                        new RoundAdvanced(1, AdvanceReason.HAND, GameLab.MORNING.plus(MINUTE)),
                        new RoundAdvanced(2, AdvanceReason.HAND, GameLab.MORNING.plus(MINUTE)));
    }

    @Test
    void endAllAtOnceByHandAndAreAllSettled() {
        ExperimentId id = lab.started(2, "rounds = 4");
        lab.play(id, 1, 0, "1");
        lab.play(id, 2, 0, "1");

        lab.conduct.end(id);

        assertThat(lab.state(id).phase()).isEqualTo(GamePhase.OVER);
        assertThat(lab.rows(id, PastRow.class)).extracting(PastRow::skip).containsExactly(false, true, true, true);
        assertThat(lab.rows(id, PastRow.class)).extracting(PastRow::roundcount).containsExactly(1, 1, 1, 1);
    }

    @Test
    void areShownWithTheirTimes() {
        ExperimentId id = lab.started(2, "rounds = 2\nroundmin = 3");

        assertThat(lab.experiments.summary(id).clock())
                .isEqualTo(new RoundClock(
                        0,
                        2,
                        Optional.of(GameLab.MORNING),
                        Optional.of(GameLab.MORNING),
                        Optional.of(GameLab.MORNING.plus(Duration.ofMinutes(3))),
                        Optional.of(GameLab.MORNING.plus(Duration.ofMinutes(10))),
                        GameLab.MORNING));
        lab.conduct.end(id);
        RoundClock over = lab.experiments.summary(id).clock();
        assertThat(over.running()).isFalse();
        assertThat(over.deadline()).isEmpty();
        assertThat(over.began()).isEmpty();
    }
}
