package org.aepsych.core.game.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.storage.ResultRow.ExperimentRow;
import org.aepsych.core.game.GameLab;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.game.view.RoundClock;
import org.aepsych.core.testing.OnEveryStorage;
import org.junit.jupiter.api.Test;

/** A paused experiment stands still, and goes on with the time that was left. */
@OnEveryStorage
class PauseTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final GameLab lab = new GameLab();

    private RoundClock clock(ExperimentId id) {
        return lab.experiments.summary(id).clock();
    }

    @Test
    void noRoundEndsDuringAPauseAndTheRoundLastsLongerByIt() {
        ExperimentId id = lab.started(2, "rounds = 3\nminutes = 10");
        lab.pass(MINUTE.multipliedBy(4));
        lab.conduct.pause(id);
        lab.pass(Duration.ofHours(1));

        assertThat(lab.tick(id)).as("when to look again").isEmpty();
        assertThat(clock(id).round()).isZero();
        assertThat(clock(id).paused()).contains(GameLab.MORNING.plus(MINUTE.multipliedBy(4)));
        assertThat(clock(id).deadline()).isEmpty();

        lab.conduct.resume(id);
        assertThat(clock(id).deadline()).contains(GameLab.MORNING.plus(Duration.ofMinutes(70)));
        lab.pass(MINUTE.multipliedBy(6));
        lab.tick(id);
        assertThat(clock(id).round()).isEqualTo(1);
        assertThat(lab.rows(id, ExperimentRow.class).get(0).roundbegan())
                .contains(GameLab.MORNING.plus(Duration.ofMinutes(70)));
    }

    @Test
    void nobodyPlaysDuringAPauseAndEverybodyMayAfterIt() {
        ExperimentId id = lab.started(2, "rounds = 3");
        lab.pass(MINUTE);
        lab.play(id, 1, 0, "1");
        lab.conduct.pause(id);

        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> lab.play(id, 2, 0, "1"))
                .withMessageContaining("paused")
                .satisfies(e -> assertThat(e.code()).isEqualTo(StandardError.STATE_CONFLICT));

        lab.conduct.resume(id);
        lab.play(id, 2, 0, "1");
        assertThat(clock(id).round()).isEqualTo(1);
    }

    @Test
    void aRoundIsNotEndedByHandDuringAPauseButTheExperimentIs() {
        ExperimentId id = lab.started(2, "rounds = 3");
        lab.conduct.pause(id);

        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> lab.conduct.advance(id))
                .withMessageContaining("resume it");
        lab.conduct.end(id);

        assertThat(lab.state(id).phase()).isEqualTo(GamePhase.OVER);
        assertThat(clock(id).paused()).isEmpty();
    }

    @Test
    void aPauseBeforeTheFirstRoundPutsItOffOnlyIfItLastsLonger() {
        ExperimentId early = lab.started(2, "rounds = 3\nstart = 2026-03-02T09:00:00Z");
        ExperimentId late = lab.started(2, "rounds = 3\nstart = 2026-03-02T08:10:00Z");
        lab.conduct.pause(early);
        lab.conduct.pause(late);
        lab.pass(Duration.ofMinutes(30));
        lab.conduct.resume(early);
        lab.conduct.resume(late);

        assertThat(clock(early).start()).contains(Instant.parse("2026-03-02T09:00:00Z"));
        assertThat(clock(early).round()).isEqualTo(-1);
        assertThat(clock(late).start()).contains(Instant.parse("2026-03-02T08:30:00Z"));
        assertThat(clock(late).round()).isZero();
    }

    @Test
    void onlyWhatRunsIsPausedAndPausingTwiceIsPausingOnce() {
        ExperimentId id = lab.define("rounds = 3");
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> lab.conduct.pause(id))
                .satisfies(e -> assertThat(e.code()).isEqualTo(StandardError.STATE_CONFLICT));
        lab.conduct.start(id);
        lab.conduct.pause(id);
        lab.pass(MINUTE);
        lab.conduct.pause(id);
        lab.conduct.resume(id);
        lab.conduct.resume(id);

        assertThat(lab.types(id, 0)).containsOnlyOnce("pause", "resume");
    }

    @Test
    void theLogOfAPausedExperimentStandsUpToBeingRunAgain() {
        ExperimentId id = lab.started(2, "rounds = 2\nminutes = 1");
        lab.conduct.pause(id);
        lab.pass(Duration.ofHours(1));
        lab.conduct.resume(id);
        lab.pass(MINUTE);
        lab.tick(id);
        lab.conduct.switchRegistration(id, false);

        assertThat(lab.replay().verify(lab.stream(id)).problem()).isEmpty();
    }
}
