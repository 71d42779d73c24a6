package org.aepsych.core.game.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.storage.ResultRow.NoteRow;
import org.aepsych.core.game.GameLab;
import org.aepsych.core.game.experiment.GameChangeListener;
import org.aepsych.core.game.view.OpenNote;
import org.aepsych.core.game.view.SentNote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What experimenters write to participants while an experiment runs. */
class NotesTest {
    private static final ParticipantId ONE = new ParticipantId(1);
    private static final ParticipantId TWO = new ParticipantId(2);

    private final GameLab lab = new GameLab();
    private final ExperimentId id = lab.started(2, "rounds = 2\nminutes = 60");

    private List<String> shown(ParticipantId participant) {
        return lab.participation.participantView(id, participant).notes().stream()
                .map(OpenNote::text)
                .toList();
    }

    @Test
    void whatIsWrittenToAllIsShownToEachUntilTheyPutItAway() {
        SentNote note = lab.conduct.writeToAll(id, "  We begin late.\r\nPlease wait. ");
        assertThat(note.to()).containsExactly(ONE, TWO);
        assertThat(shown(ONE)).containsExactly("We begin late.\nPlease wait.");

        lab.pass(Duration.ofMinutes(1));
        lab.participation.dismiss(id, ONE, note.number());
        lab.participation.dismiss(id, ONE, note.number());

        assertThat(shown(ONE)).isEmpty();
        assertThat(shown(TWO)).containsExactly("We begin late.\nPlease wait.");
        assertThat(lab.types(id, 0)).filteredOn("dismiss"::equals).hasSize(1);
        assertThat(lab.experiments.adminView(id).notes())
                .singleElement()
                .satisfies(sent -> assertThat(sent.dismissed()).containsExactly(ONE));
        assertThat(lab.rows(id, NoteRow.class))
                .extracting(row -> row.dismissed().isPresent())
                .containsExactly(true, false);
    }

    @Test
    void whatIsWrittenToOneIsShownToNobodyElseAndNotToThoseWhoComeLater() {
        lab.conduct.write(id, List.of(TWO), "for you");
        SentNote all = lab.conduct.writeToAll(id, "for you both");
        ParticipantId late = lab.register(id, "late");

        assertThat(shown(ONE)).containsExactly("for you both");
        assertThat(shown(TWO)).containsExactly("for you", "for you both");
        assertThat(shown(late)).isEmpty();
        refused(StandardError.INPUT_INVALID, () -> lab.participation.dismiss(id, late, all.number()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n ", "a\u0000b", "bell \u0007"})
    void aTextHasSomethingToSayAndNoControlCharacters(String text) {
        refused(StandardError.INPUT_INVALID, () -> lab.conduct.writeToAll(id, text));
    }

    @Test
    void aTextIsNoLongerThanAllowed() {
        assertThat(lab.conduct.writeToAll(id, "x".repeat(SentNote.LONGEST)).text())
                .hasSize(SentNote.LONGEST);
        refused(
                StandardError.INPUT_INVALID,
                () -> lab.conduct.writeToAll(id, "x".repeat(SentNote.LONGEST + 1)),
                "text: expected 1 to 1000 characters",
                "found 1001");
    }

    @Test
    void somebodyWhoIsNotThereGetsNothingAndNeitherDoTheOthers() {
        refused(
                StandardError.PARTICIPANT_NOT_FOUND,
                () -> lab.conduct.write(id, List.of(ONE, new ParticipantId(9)), "hello"));
        refused(StandardError.INPUT_INVALID, () -> lab.conduct.write(id, List.of(), "hello"));
        assertThat(shown(ONE)).isEmpty();
        ExperimentId empty = lab.define("rounds = 1");
        refused(StandardError.STATE_CONFLICT, () -> lab.conduct.writeToAll(empty, "hello"));
    }

    @Test
    void theLogBringsTheSameAboutAgain() {
        SentNote note = lab.conduct.writeToAll(id, "hello");
        lab.participation.dismiss(id, TWO, note.number());

        assertThat(lab.replay().verify(lab.stream(id)).problem()).isEmpty();
        assertThat(lab.replay().rebuild(lab.stream(id)).identical()).isTrue();
    }

    @Test
    void aWipeTakesNotesAwayAndNoNumberIsGivenTwice() {
        lab.participation.enroll(id, "invited@example.org", Optional.empty());
        SentNote before = lab.conduct.writeToAll(id, "hello");
        lab.wipe(id);
        SentNote after = lab.conduct.writeToAll(id, "hello again");

        assertThat(after.number()).isGreaterThan(before.number());
        assertThat(lab.rows(id, NoteRow.class)).extracting(NoteRow::text).containsExactly("hello again");
        assertThat(lab.replay().rebuild(lab.stream(id)).identical()).isTrue();
    }

    /** Whoever is not concerned need not look at anything: a note to one must not make a thousand pages ask. */
    @Test
    void onlyWhoIsConcernedIsToldToLook() {
        List<String> told = new ArrayList<>();
        lab.experiments.onChange(new GameChangeListener() {
            @Override
            public void concerned(ExperimentId experiment, Set<ParticipantId> who) {
                told.add(who.toString());
            }

            @Override
            public void changed(ExperimentId experiment) {
                told.add("everybody");
            }
        });
        SentNote note = lab.conduct.write(id, List.of(TWO), "for you");
        lab.conduct.writeToAll(id, "for you all");
        lab.participation.dismiss(id, TWO, note.number());

        assertThat(told).containsExactly("[2]", "everybody", "[2]");
    }

    @Test
    void aPageThatHasBeenToldKnowsThatThereIsSomethingNew() {
        String before = lab.participation.glance(id, ONE).mark();
        lab.conduct.writeToAll(id, "hello");

        assertThat(lab.participation.glance(id, ONE).mark()).isNotEqualTo(before);
    }

    private static void refused(StandardError code, Runnable wish, String... says) {
        assertThatExceptionOfType(AepsychException.class).isThrownBy(wish::run).satisfies(refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(List.of(says))
                    .allSatisfy(part -> assertThat(refused.getMessage()).contains(part));
        });
    }
}
