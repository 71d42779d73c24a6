package org.aepsych.core.game.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Role;
import org.aepsych.api.storage.ResultRow.ExperimentRow;
import org.aepsych.api.storage.ResultRow.PlayerRow;
import org.aepsych.api.storage.ResultRow.QuestionnaireRow;
import org.aepsych.core.game.GameLab;
import org.aepsych.core.game.state.Seat;
import org.aepsych.core.testing.OnEveryStorage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules 7.1 to 7.3, 1.7 and 1.8: questions before joining. */
@OnEveryStorage
class QuestionnaireTest {
    private static final ParticipantId ONE = new ParticipantId(1);
    private static final List<List<String>> RIGHT = List.of(
            List.of("3"),
            List.of("1"),
            List.of("4"),
            List.of("2"),
            List.of("1", ""),
            List.of("1/2", "0.5"),
            List.of("2"),
            List.of("1"));

    private final GameLab lab = new GameLab();

    private ExperimentId asking() {
        return lab.started(2, "rounds = 5\nquestionnaire = yes");
    }

    private Optional<Seat> seat(ExperimentId id, ParticipantId participant) {
        return lab.state(id).require(participant).seat();
    }

    private boolean answer(ExperimentId id, int question, String... given) {
        return lab.participation.answer(id, ONE, question, List.of(given));
    }

    private void answerAll(ExperimentId id, ParticipantId participant) {
        for (int question = 0; question < RIGHT.size(); question++) {
            assertThat(lab.participation.answer(id, participant, question, RIGHT.get(question)))
                    .as("question %d", question)
                    .isTrue();
        }
    }

    @Test
    void nobodyWhoHasNotAnsweredIsJoinedAtTheStart() {
        ExperimentId id = asking();

        assertThat(lab.state(id).players()).allMatch(player -> player.seat().isEmpty());
        assertThat(lab.participation.participantView(id, ONE).inLobby()).isTrue();
        assertThat(lab.rows(id, ExperimentRow.class).get(0).questionnaire()).isTrue();
    }

    @Test
    void whoHasAnsweredBeforeTheStartIsJoinedAtTheStart() {
        ExperimentId id = lab.define("rounds = 5\nquestionnaire = yes");
        ParticipantId ready = lab.register(id, "ready");
        ParticipantId other = lab.register(id, "other");
        answerAll(id, ready);
        lab.conduct.start(id);

        assertThat(seat(id, ready)).contains(new Seat(Role.ROW, 0));
        assertThat(seat(id, other)).isEmpty();
    }

    @Test
    void theLastRightAnswerLetsAParticipantInForTheNextRound() {
        ExperimentId id = asking();

        answerAll(id, ONE);

        assertThat(seat(id, ONE)).as("a tie gives the column role").contains(new Seat(Role.COLUMN, 1));
        assertThat(lab.rows(id, PlayerRow.class).get(0).answer()).isEqualTo(8);
        assertThat(lab.participation.participantView(id, ONE).questions().open())
                .isFalse();
    }

    @Test
    void questionsCountInTheirOrderOnly() {
        ExperimentId id = asking();

        assertThat(answer(id, 1, "1")).as("right, but not the next one").isTrue();
        assertThat(lab.participation.participantView(id, ONE).questions().answered())
                .isZero();
        answer(id, 0, "3");
        answer(id, 0, "3");
        assertThat(lab.participation.participantView(id, ONE).questions().answered())
                .isEqualTo(1);
    }

    @Test
    void everyAttemptIsCountedAndTheTimeOfTheFirstIsKept() {
        ExperimentId id = asking();

        assertThat(answer(id, 0, "1")).isFalse();
        lab.pass(Duration.ofMinutes(1));
        assertThat(answer(id, 0, "2")).isFalse();
        assertThat(answer(id, 0, "3")).isTrue();
        answer(id, 7, "1");

        assertThat(lab.rows(id, QuestionnaireRow.class))
                .containsExactly(
                        new QuestionnaireRow(ONE, 0, 3, GameLab.MORNING),
                        new QuestionnaireRow(ONE, 7, 1, GameLab.MORNING.plus(Duration.ofMinutes(1))));
        assertThat(lab.replay().verify(lab.stream(id)).problem()).isEmpty();
    }

    @Test
    void aRightAnswerAfterJoiningChangesNothingButIsTaken() {
        ExperimentId id = asking();
        answerAll(id, ONE);

        assertThat(answer(id, 7, "1")).isTrue();
        assertThat(seat(id, ONE)).contains(new Seat(Role.COLUMN, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 3, true", "0, 1, false", "1, 1, true", "1, 2, false", "2, 4, true", "2, 3, false", "3, 2, true",
        "3, 1, false", "6, 2, true", "6, 3, false", "7, 1, true", "7, 4, false", "0, '', false", "0, three, false"
    })
    void eachBuiltInChoiceHasOneRightNumber(int question, String choice, boolean right) {
        assertThat(answer(asking(), question, choice)).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({
        "4, 1, 0, true", "4, '', 1, true", "4, 1/3, 2/3, true", "4, .25, 3/4, true", "4, 1/3, 0.6667, false",
        "4, '', '', false", "4, 2, -1, false", "4, x, 1, false", "5, 1/2, 1/2, true", "5, 0, 1, true",
        "5, 1, '', false", "5, 0.5, 0.4, false"
    })
    void mixturesAreRightIfTheyAddUpToOneAndTheLastQuestionWantsBothFields(
            int question, String first, String second, boolean right) {
        assertThat(answer(asking(), question, first, second)).isEqualTo(right);
    }

    @Test
    void ownQuestionsTakeThePlaceOfTheBuiltInOnesAndAreRightToTheLetterOnly() {
        ExperimentId id = lab.experiments.define("""
                [common]
                protocol = game
                games = [pd]
                rounds = 5
                questions = [q1, q2]
                [q1]
                question = Who plays first?
                answer = Both
                [q2]
                question = How many rounds?
                answer = 5
                """ + GameLab.DILEMMA);
        lab.register(id, "p1");
        lab.conduct.start(id);

        assertThat(lab.participation.participantView(id, ONE).questions().own())
                .containsExactly("Who plays first?", "How many rounds?");
        assertThat(answer(id, 0, "both")).isFalse();
        assertThat(answer(id, 0, "Both ")).isFalse();
        assertThat(answer(id, 0, "Both")).isTrue();
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> answer(id, 2, "1"))
                .withMessageContaining("no question 2");
        assertThat(answer(id, 1, "5")).isTrue();
        assertThat(seat(id, ONE)).isPresent();
    }

    @Test
    void withoutAQuestionnaireNothingIsRecorded() {
        ExperimentId id = lab.started(2, "rounds = 5");

        assertThat(answer(id, 0, "3")).isTrue();
        assertThat(lab.rows(id, QuestionnaireRow.class)).isEmpty();
    }
}
