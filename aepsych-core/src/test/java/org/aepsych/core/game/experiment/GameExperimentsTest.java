package org.aepsych.core.game.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.core.engine.Engine;
import org.aepsych.core.game.GameDoors;
import org.aepsych.core.game.GameLab;
import org.aepsych.core.game.lottery.Score;
import org.aepsych.core.game.lottery.Winner;
import org.aepsych.core.game.participation.GameParticipation;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.game.view.CanonicalView;
import org.aepsych.core.game.view.GameAdminView;
import org.aepsych.core.game.view.ParticipantView;
import org.aepsych.core.game.view.ParticipantView.Cell;
import org.aepsych.core.testing.OnEveryStorage;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnEveryStorage
class GameExperimentsTest {
    private final GameLab lab = new GameLab();

    private static void refused(StandardError code, ThrowingCallable call) {
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    private long player(ExperimentId id, Role role) {
        return lab.state(id).players().stream()
                .filter(player ->
                        player.seat().filter(seat -> seat.role().equals(role)).isPresent())
                .map(player -> player.id().value())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void namesExperimentsAsAskedOrMakesANameUp() {
        ExperimentId asked = lab.experiments.define("[metadata]\nexperiment_id = mine\n[common]\nprotocol = game\n"
                + "games = [pd]\nrounds = 1\n" + GameLab.DILEMMA);
        ExperimentId madeUp = lab.experiments.define("[metadata]\nexperiment_name = Ö My Test!\n[common]\n"
                + "protocol = game\ngames = [pd]\nrounds = 1\n" + GameLab.DILEMMA);

        assertThat(asked).isEqualTo(new ExperimentId("mine"));
        assertThat(madeUp.value()).matches("my-test-[a-z2-9]{8}");
        assertThat(lab.experiments.list()).extracting(summary -> summary.id()).containsExactly(asked, madeUp);
        refused(
                StandardError.EXPERIMENT_EXISTS,
                () -> lab.experiments.define("[metadata]\nexperiment_id = mine\n[common]\nprotocol = game\n"
                        + "games = [pd]\nrounds = 1\n" + GameLab.DILEMMA));
    }

    @Test
    void setsNothingUpFromABadDefinition() {
        assertThatExceptionOfType(ConfigException.class).isThrownBy(() -> lab.experiments.define("[common]"));
        assertThat(lab.experiments.list()).isEmpty();
    }

    @Test
    void knowsOnlyItsExperiments() {
        refused(StandardError.EXPERIMENT_NOT_FOUND, () -> lab.experiments.summary(new ExperimentId("none")));
    }

    @Test
    void registersEachIdentifierOnce() {
        ExperimentId id = lab.define("rounds = 1");
        lab.participation.register(id, " anna ", Optional.of("secret"));

        refused(StandardError.PARTICIPANT_EXISTS, () -> lab.participation.register(id, "anna", Optional.of("other")));
        assertThat(lab.storage
                        .persons()
                        .find(lab.stream(id), "anna")
                        .orElseThrow()
                        .passwordHash())
                .contains("hash of secret");
        assertThat(lab.storage.events().read(lab.stream(id), 0).toString())
                .as("the log says nothing about persons")
                .doesNotContain("anna")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "a\u0000"})
    void refusesIdentifiersThatNobodyCanType(String identifier) {
        ExperimentId id = lab.define("rounds = 1");

        refused(StandardError.INPUT_INVALID, () -> lab.participation.register(id, identifier, Optional.empty()));
    }

    @Test
    void closesRegistrationAsDefinedButNotForTheExperimenter() {
        ExperimentId closed = lab.define("rounds = 1\nautoadd = false");
        ExperimentId untilStart = lab.define("rounds = 2\nautoaddpreserve = false");
        lab.register(untilStart, "early");
        lab.conduct.start(untilStart);

        refused(StandardError.NOT_ALLOWED, () -> lab.register(closed, "x"));
        refused(StandardError.NOT_ALLOWED, () -> lab.register(untilStart, "x"));
        assertThat(lab.participation.enroll(closed, "x", Optional.empty()).participant())
                .isEqualTo(new ParticipantId(1));
    }

    @Test
    void startsOnce() {
        ExperimentId id = lab.started(2, "rounds = 1");

        refused(StandardError.STATE_CONFLICT, () -> lab.conduct.start(id));
    }

    @Test
    void refusesPlaysThatDoNotFit() {
        ExperimentId id = lab.started(3, "rounds = 5\nprounds = 1\nplayermax = 1");
        long row = player(id, Role.ROW);
        long lobby = lab.state(id).players().stream()
                .filter(player -> player.seat().isEmpty())
                .map(player -> player.id().value())
                .findFirst()
                .orElseThrow();
        ParticipantId in = new ParticipantId(row);
        Mixture pure = Mixture.parse("1 0");

        refused(StandardError.INPUT_INVALID, () -> lab.participation.play(id, in, 0, 2, pure));
        refused(StandardError.INPUT_INVALID, () -> lab.participation.play(id, in, 0, 0, pure));
        refused(StandardError.INPUT_INVALID, () -> lab.participation.play(id, in, 0, 1, Mixture.parse("1 0 0")));
        refused(StandardError.INPUT_INVALID, () -> lab.play(id, row, 0, "1/3", "0.6667"));
        refused(StandardError.INPUT_INVALID, () -> lab.play(id, row, 0, "1/2"));
        refused(StandardError.INPUT_INVALID, () -> lab.play(id, row, 0, "x", "1"));
        refused(StandardError.INPUT_INVALID, () -> lab.play(id, row, 0, "3/2", "-1/2"));
        refused(
                StandardError.INPUT_INVALID,
                () -> lab.play(id, row, 0, "1/10000000000000000001", "10000000000000000000/10000000000000000001"));
        refused(StandardError.INPUT_INVALID, () -> lab.play(id, row, 3, "2"));
        refused(StandardError.ROUND_CLOSED, () -> lab.play(id, row, 1, "1"));
        refused(StandardError.STATE_CONFLICT, () -> lab.play(id, lobby, 0, "1"));
        refused(StandardError.PARTICIPANT_NOT_FOUND, () -> lab.play(id, 99, 0, "1"));
        lab.play(id, row, 0, ".25", "3/4", "ignored");
        refused(StandardError.STATE_CONFLICT, () -> lab.play(id, row, 0, "1"));
        lab.conduct.advance(id);
        refused(StandardError.ROUND_CLOSED, () -> lab.play(id, row, 0, "1"));
        refused(StandardError.STATE_CONFLICT, () -> lab.play(id, row, 1, "1"));
        lab.conduct.disable(id, in);
        refused(StandardError.NOT_ALLOWED, () -> lab.play(id, row, 1, "1"));
    }

    @Test
    void refusesPlaysBeforeTheStartAndAfterTheEnd() {
        ExperimentId id = lab.define("rounds = 1");
        lab.register(id, "a");
        lab.register(id, "b");

        refused(StandardError.STATE_CONFLICT, () -> lab.play(id, 1, 0, "1"));
        lab.conduct.start(id);
        lab.conduct.end(id);
        refused(StandardError.ROUND_CLOSED, () -> lab.play(id, 1, 1, "1"));
    }

    @Test
    void refusesAPlayThatComesAfterTheDeadlineThoughNobodyHasLookedSince() {
        ExperimentId id = lab.started(2, "rounds = 2\nminutes = 1");
        lab.pass(Duration.ofMinutes(1));

        refused(StandardError.ROUND_CLOSED, () -> lab.play(id, 1, 0, "1"));
        lab.play(id, 1, 1, "1");
        assertThat(lab.state(id).round()).isEqualTo(1);
    }

    @Test
    void showsParticipantsTheirOwnSide() {
        ExperimentId id = lab.started(2, "rounds = 2");
        ParticipantView row = lab.participation.participantView(id, new ParticipantId(player(id, Role.ROW)));
        ParticipantView column = lab.participation.participantView(id, new ParticipantId(player(id, Role.COLUMN)));

        assertThat(row.games().get(0).cells())
                .containsExactly(List.of(cell(3, 3), cell(0, 5)), List.of(cell(5, 0), cell(1, 1)));
        assertThat(column.games().get(0).cells())
                .containsExactly(List.of(cell(3, 3), cell(0, 5)), List.of(cell(5, 0), cell(1, 1)));
        assertThat(row.playing()).isTrue();
        assertThat(row.finished()).isFalse();
        assertThat(row.gameOrder()).containsExactly(1);
        assertThat(row.games().get(0).ownOrder()).containsExactlyInAnyOrder(0, 1);
    }

    private static Cell cell(long own, long other) {
        return new Cell(Rational.of(own), Rational.of(other));
    }

    @Test
    void tellsTheWholeStoryToTheEnd() {
        ExperimentId id = lab.started(2, "rounds = 2\nlottery = cake");
        ParticipantId row = new ParticipantId(player(id, Role.ROW));
        ParticipantId column = new ParticipantId(player(id, Role.COLUMN));
        lab.play(id, row.value(), 0, "1/2", "1/2");
        lab.play(id, column.value(), 0, "0", "1");
        lab.conduct.advance(id);
        lab.conduct.end(id);
        refused(StandardError.INPUT_INVALID, () -> lab.conduct.draw(id, 3, 42));

        List<Winner> winners = lab.conduct.draw(id, 1, 42);

        ParticipantView view = lab.participation.participantView(id, row);
        assertThat(view.payoff()).isEqualTo(Rational.of(1, 2));
        assertThat(view.tickets()).isEqualTo(1);
        assertThat(view.history()).hasSize(2);
        assertThat(view.history().get(0).payoff()).isEqualTo(Rational.of(1, 2));
        assertThat(view.history().get(0).games().get(0).played()).contains(Mixture.parse("1/2 1/2"));
        assertThat(view.history().get(0).games().get(0).average().orElseThrow().other())
                .containsExactly(Rational.ZERO, Rational.ONE);
        assertThat(view.history().get(1).games().get(0).average().orElseThrow().skipped())
                .isTrue();
        assertThat(view.result().orElseThrow().total()).isEqualTo(4);
        assertThat(view.finished()).isTrue();
        // Seed 42 draws 71876166 first; modulo 4 tickets it is ticket 2, one of the column player's if they are last.
        assertThat(winners).singleElement().satisfies(winner -> {
            assertThat(winner.ticket()).isEqualTo(2);
            Score score = lab.participation
                    .participantView(id, winner.participant())
                    .result()
                    .orElseThrow()
                    .score();
            assertThat(score.holds(2)).isTrue();
        });
        assertThat(lab.conduct.draw(id, 2, 7)).as("drawn once and for all").isEqualTo(winners);
        GameAdminView admin = lab.experiments.adminView(id);
        assertThat(admin.summary().phase()).isEqualTo(GamePhase.DRAWN);
        assertThat(admin.winners()).isEqualTo(winners);
        assertThat(admin.participants())
                .extracting(participant -> participant.identifier().orElseThrow())
                .containsExactly("p1", "p2");
        assertThat(admin.rounds()).hasSize(2);
    }

    @Test
    void hidesTheHistoryOnRequest() {
        ExperimentId id = lab.started(2, "rounds = 2\nshow_history = no\nshuffle = no");
        lab.play(id, 1, 0, "1");
        lab.conduct.advance(id);

        ParticipantView view = lab.participation.participantView(id, new ParticipantId(1));

        assertThat(view.history().get(0).games().get(0).average()).isEmpty();
        assertThat(view.history().get(0).games().get(0).played()).isPresent();
        assertThat(view.games().get(0).ownOrder()).containsExactly(0, 1);
    }

    @Test
    void showsTheSameRoundsAsRowsAndColumns() {
        ExperimentId open = lab.started(2, "rounds = 2\nautoaddpreserve = no");
        ParticipantId row = new ParticipantId(player(open, Role.ROW));
        ParticipantId column = new ParticipantId(player(open, Role.COLUMN));
        lab.play(open, row.value(), 0, "1");
        lab.play(open, column.value(), 0, "1/4", "3/4");
        lab.conduct.advance(open);
        lab.conduct.end(open);
        lab.conduct.disable(open, column);

        CanonicalView view = lab.participation.canonicalView(open, column);

        assertThat(view.own().role()).contains(Role.COLUMN);
        assertThat(view.rounds()).hasSize(2);
        assertThat(view.rounds().get(0).get(0).rows()).containsExactly(Rational.ONE, Rational.ZERO);
        assertThat(view.rounds().get(0).get(0).columns()).containsExactly(Rational.of(1, 4), Rational.of(3, 4));
        assertThat(view.selfRegistered()).isTrue();
        assertThat(view.selfRegistration()).isFalse();
        assertThat(view.version()).as("the final count and the exclusion").isEqualTo(2);
        assertThat(view.began()).contains(GameLab.MORNING);
        assertThat(lab.participation.enabled(open, column)).isFalse();
        assertThat(lab.participation.enabled(open, row)).isTrue();
        assertThat(lab.experiments.definition(open).games()).hasSize(1);

        ExperimentId hidden = lab.started(2, "rounds = 2\nshow_history = no");
        lab.conduct.advance(hidden);
        assertThat(lab.participation.canonicalView(hidden, new ParticipantId(1)).rounds())
                .isEmpty();
    }

    @Test
    void drawsOnlyAfterTheEnd() {
        ExperimentId id = lab.started(2, "rounds = 2");

        refused(StandardError.STATE_CONFLICT, () -> lab.conduct.draw(id, 1, 1));
        lab.conduct.end(id);
        refused(StandardError.STATE_CONFLICT, () -> lab.conduct.draw(id, 1, 1));
    }

    @Test
    void tellsListenersWhatHasChanged() {
        List<ExperimentId> changed = new ArrayList<>();
        lab.experiments.onChange(changed::add);

        ExperimentId id = lab.define("rounds = 1");
        lab.register(id, "a");

        assertThat(changed).containsExactly(id, id);
    }

    @Test
    void letsOneOfManyHaveAnIdentifierAndFailsNobodyElse() throws Exception {
        ExperimentId id = lab.define("rounds = 1");
        ExecutorService lanes = Executors.newFixedThreadPool(2);
        ExecutorService people = Executors.newFixedThreadPool(8);
        GameParticipation busy = GameDoors.over(
                        new Engine<>(lab.protocol, lab.storage, lab.clock, lanes),
                        lab.storage,
                        lab.clock,
                        lab.extensions,
                        new Random(2))
                .participation();
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String identifier = i % 2 == 0 ? "same" : "own " + i;
            calls.add(() -> {
                try {
                    busy.register(id, identifier, Optional.empty());
                    return true;
                } catch (AepsychException e) {
                    assertThat(e.code()).isEqualTo(StandardError.PARTICIPANT_EXISTS);
                    return false;
                }
            });
        }

        int registered = 0;
        for (Future<Boolean> done : people.invokeAll(calls)) {
            registered += done.get() ? 1 : 0;
        }
        people.shutdown();
        lanes.shutdown();

        assertThat(registered).isEqualTo(21);
        assertThat(lab.storage.persons().list(lab.stream(id))).hasSize(21);
    }
}
