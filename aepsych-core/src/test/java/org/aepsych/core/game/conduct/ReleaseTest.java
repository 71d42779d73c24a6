package org.aepsych.core.game.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.number.Rational;
import org.aepsych.api.storage.ResultRow.PlayerRow;
import org.aepsych.core.game.GameLab;
import org.aepsych.core.game.state.Absence;
import org.aepsych.core.game.view.ParticipantView;
import org.junit.jupiter.api.Test;

/** Participants whom the experimenter lets go. */
class ReleaseTest {
    private static final ParticipantId FIRST = new ParticipantId(1);

    private final GameLab lab = new GameLab();
    private final ExperimentId id = lab.started(4, "rounds = 3\nminutes = 60\nroundpct = 100");

    private void everybodyPlays(int round) {
        for (long participant = 1; participant <= 4; participant++) {
            lab.play(id, participant, round, "1/2", "1/2");
        }
        lab.pass(Duration.ofSeconds(1));
        var unused = lab.tick(id);
    }

    @Test
    void whoIsReleasedKeepsWhatTheyEarnedAndNoRoundWaitsForThem() {
        everybodyPlays(0);
        Rational earned = lab.state(id).known(FIRST).payoff();
        lab.conduct.release(id, FIRST);
        lab.conduct.release(id, FIRST);

        ParticipantView out = lab.participation.participantView(id, FIRST);
        assertThat(out.released()).isTrue();
        assertThat(out.absence()).map(Absence::byHand).contains(true);
        assertThat(out.playing()).isFalse();
        assertThat(out.payoff()).isEqualTo(earned).isNotEqualTo(Rational.ZERO);
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> lab.play(id, 1, 1, "1", "0"))
                .withMessageContaining("let you go")
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(StandardError.NOT_ALLOWED));
        for (long participant = 2; participant <= 4; participant++) {
            lab.play(id, participant, 1, "1/2", "1/2");
        }
        lab.pass(Duration.ofSeconds(1));
        var unused = lab.tick(id);
        assertThat(lab.state(id).round()).isEqualTo(2);
        assertThat(lab.state(id).result(2).places())
                .noneMatch(place -> place.participant().equals(FIRST));

        lab.conduct.end(id);
        assertThat(lab.participation.participantView(id, FIRST).result()).isPresent();
        assertThat(lab.state(id).known(FIRST).payoff()).isEqualTo(earned);
        assertThat(lab.types(id, 0)).filteredOn("release"::equals).hasSize(1);
        assertThat(lab.rows(id, PlayerRow.class))
                .extracting(PlayerRow::released)
                .containsExactly(Optional.of(1), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(lab.replay().verify(lab.stream(id)).problem()).isEmpty();
        assertThat(lab.replay().rebuild(lab.stream(id)).identical()).isTrue();
    }

    @Test
    void whatTheyPlayedInTheirLastRoundCounts() {
        lab.play(id, 1, 0, "1", "0");
        lab.conduct.release(id, FIRST);
        for (long participant = 2; participant <= 4; participant++) {
            lab.play(id, participant, 0, "1/2", "1/2");
        }
        lab.pass(Duration.ofSeconds(1));
        var unused = lab.tick(id);

        assertThat(lab.state(id).round()).isEqualTo(1);
        assertThat(lab.state(id).known(FIRST).payoff()).isNotEqualTo(Rational.ZERO);
    }

    @Test
    void comingBackDoesNotBringThemBack() {
        lab.conduct.release(id, FIRST);
        lab.hear(id, 1);
        lab.look(id);

        assertThat(lab.participation.participantView(id, FIRST).released()).isTrue();
        assertThat(lab.types(id, 0)).doesNotContain("return");
    }

    @Test
    void thereMustBeSomethingToBeReleasedFrom() {
        ExperimentId fresh = lab.define("rounds = 1\nplayermax = 1");
        refused(StandardError.PARTICIPANT_NOT_FOUND, fresh, 1);
        for (int player = 1; player <= 3; player++) {
            lab.register(fresh, "p" + player);
        }
        refused(StandardError.STATE_CONFLICT, fresh, 1);
        lab.conduct.start(fresh);
        long waiting = lab.state(fresh).players().stream()
                .filter(player -> player.seat().isEmpty())
                .mapToLong(player -> player.id().value())
                .findFirst()
                .orElseThrow();
        refused(StandardError.STATE_CONFLICT, fresh, waiting);
        lab.conduct.end(fresh);
        refused(StandardError.STATE_CONFLICT, fresh, waiting == 1 ? 2 : 1);
    }

    private void refused(StandardError code, ExperimentId experiment, long participant) {
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> lab.conduct.release(experiment, new ParticipantId(participant)))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
