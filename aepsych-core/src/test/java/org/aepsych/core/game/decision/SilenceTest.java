package org.aepsych.core.game.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.event.NewEvent;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.number.Rational;
import org.aepsych.api.storage.ResultRow.ChoiceRow;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.account.ParticipantLogin;
import org.aepsych.core.account.Presence;
import org.aepsych.core.account.SharedPresence;
import org.aepsych.core.game.GameLab;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.definition.Silence;
import org.aepsych.core.game.state.Absence;
import org.aepsych.core.game.view.ParticipantView;
import org.aepsych.core.replay.Replay;
import org.aepsych.core.testing.MemoryPresence;
import org.aepsych.core.testing.OnEveryStorage;
import org.aepsych.core.testing.StorageForTests;
import org.junit.jupiter.api.Test;

/** What happens to participants who give no sign of life any more, as the definition declares it. */
@OnEveryStorage
class SilenceTest {
    private static final ParticipantId FIRST = new ParticipantId(1);
    private static final Duration A_MINUTE = Duration.ofSeconds(60);

    private final GameLab lab = new GameLab();

    private ExperimentId started(String action) {
        return lab.started(4, "rounds = 5\nminutes = 60\nsilent_after = 60\nif_silent = " + action);
    }

    /** A minute passes, and everybody but the first participant is heard of in it. */
    private void theFirstGoesSilent(ExperimentId id) {
        lab.pass(A_MINUTE);
        for (long participant = 2; participant <= 4; participant++) {
            lab.hear(id, participant);
        }
        lab.look(id);
    }

    private void playAllBut(ExperimentId id, long silent) {
        int round = lab.state(id).round();
        for (long participant = 1; participant <= 4; participant++) {
            if (participant != silent && lab.state(id).round() == round) {
                lab.play(id, participant, round, "1/2", "1/2");
            }
        }
        lab.pass(Duration.ofSeconds(1));
        lab.look(id);
    }

    private ParticipantView first(ExperimentId id) {
        return lab.participation.participantView(id, FIRST);
    }

    private void assertVerified(ExperimentId id) {
        assertThat(lab.replay().verify(lab.stream(id)).problem()).isEmpty();
        assertThat(lab.replay().rebuild(lab.stream(id)).identical()).isTrue();
    }

    @Test
    void nobodyIsSilentUntilTheTimeIsUp() {
        ExperimentId id = started("skip");
        lab.pass(A_MINUTE.minusMillis(1));
        assertThat(lab.look(id)).contains(GameLab.MORNING.plus(A_MINUTE));

        assertThat(lab.types(id, 0)).doesNotContain("silent");
    }

    @Test
    void whoIsSkippedBlocksNoRoundAndTakesOverWhenTheyComeBack() {
        ExperimentId id = started("skip");
        theFirstGoesSilent(id);
        assertThat(lab.state(id).open().attendance().roles())
                .extracting(count -> count.present())
                .containsExactlyInAnyOrder(1, 2);
        playAllBut(id, 1);

        assertThat(lab.state(id).round()).isEqualTo(1);
        ParticipantView back = first(id);
        assertThat(back.returned()).map(Absence::action).contains(Silence.Action.SKIP);
        assertThat(back.history().get(0).games().get(0).payoff()).isEmpty();
        lab.play(id, 1, 1, "1", "0");
        playAllBut(id, 1);
        assertThat(lab.state(id).round()).isEqualTo(2);
        assertThat(first(id).history().get(1).games().get(0).payoff()).isPresent();
        assertThat(first(id).returned()).as("told once").isEmpty();
        assertVerified(id);
    }

    @Test
    void aBotPlaysUntilTheParticipantIsBack() {
        ExperimentId id = started("bot:coin");
        theFirstGoesSilent(id);
        assertThat(lab.rows(id, ChoiceRow.class))
                .hasSize(1)
                .allMatch(row -> row.player().equals(FIRST));
        playAllBut(id, 1);
        assertThat(lab.types(id, 0).stream().filter("stand_in"::equals))
                .as("in the next round at once")
                .hasSize(2);
        assertThat(lab.state(id).known(FIRST).payoff()).isNotEqualTo(Rational.ZERO);

        lab.pass(Duration.ofSeconds(1));
        lab.hear(id, 1);
        lab.look(id);
        assertThat(lab.types(id, 0)).contains("return");
        playAllBut(id, 1);
        assertThat(lab.state(id).round()).isEqualTo(2);
        lab.play(id, 1, 2, "1", "0");
        assertThat(lab.types(id, 0).stream().filter("stand_in"::equals)).hasSize(2);
        assertVerified(id);
    }

    @Test
    void whoIsReleasedKeepsWhatTheyEarnedAndMakesRoom() {
        ExperimentId id = started("release");
        playAllBut(id, 0);
        Rational earned = lab.state(id).known(FIRST).payoff();
        theFirstGoesSilent(id);

        ParticipantView out = first(id);
        assertThat(out.released()).isTrue();
        assertThat(out.playing()).isFalse();
        assertThat(out.payoff()).isEqualTo(earned).isNotEqualTo(Rational.ZERO);
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> lab.play(id, 1, 1, "1", "0"))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(StandardError.NOT_ALLOWED));
        ParticipantId late = lab.register(id, "late");
        assertThat(lab.state(id).known(late).seat().orElseThrow().role())
                .isEqualTo(lab.state(id).known(FIRST).seat().orElseThrow().role());
        playAllBut(id, 1);
        assertThat(lab.state(id).round()).isEqualTo(2);
        assertThat(lab.state(id).result(2).places())
                .noneMatch(place -> place.participant().equals(FIRST));
        lab.conduct.end(id);
        assertThat(first(id).result()).isPresent();
        assertVerified(id);
    }

    @Test
    void whoIsWaitedForIsWaitedFor() {
        ExperimentId id = started("wait");
        theFirstGoesSilent(id);
        playAllBut(id, 1);

        assertThat(lab.types(id, 0)).doesNotContain("silent");
        assertThat(lab.state(id).round()).isZero();
    }

    @Test
    void botsAloneDoNotRushThroughTheRounds() {
        ExperimentId id = started("bot:coin");
        lab.pass(A_MINUTE);
        lab.look(id);
        lab.pass(A_MINUTE);
        lab.look(id);

        assertThat(lab.types(id, 0).stream().filter("silent"::equals)).hasSize(4);
        assertThat(lab.state(id).round()).as("a network failure ends no round").isZero();
        lab.pass(Duration.ofHours(1));
        lab.look(id);
        assertThat(lab.state(id).round()).isEqualTo(1);
        assertVerified(id);
    }

    @Test
    void eachRoleHasItsOwnRule() {
        ExperimentId id =
                lab.started(2, "rounds = 2\nminutes = 60\nsilent_after = [60, 120]\nif_silent = [skip, release]");
        lab.pass(A_MINUTE);
        lab.look(id);
        assertThat(absent(id)).containsExactly(Silence.Action.SKIP);
        lab.pass(A_MINUTE);
        lab.look(id);
        assertThat(absent(id)).containsExactlyInAnyOrder(Silence.Action.SKIP, Silence.Action.RELEASE);
    }

    private List<Silence.Action> absent(ExperimentId id) {
        return lab.state(id).players().stream()
                .flatMap(player -> player.absence().stream())
                .map(Absence::action)
                .toList();
    }

    @Test
    void nobodyIsJudgedInAPauseOrAfterTheirRounds() {
        ExperimentId id = started("skip");
        lab.conduct.pause(id);
        lab.pass(A_MINUTE);
        lab.look(id);
        assertThat(lab.types(id, 0)).doesNotContain("silent");
        lab.conduct.end(id);
        lab.look(id);
        assertThat(lab.types(id, 0)).doesNotContain("silent");
    }

    /** Somebody whose page another server keeps is silent there first, and here only if the other server is gone. */
    @Test
    void whoIsHeardOfByAnotherServerIsNotSilent() {
        ExperimentId id = started("skip");
        Presence other = new Presence(lab.clock);
        MemoryPresence shared = new MemoryPresence();
        lab.pass(A_MINUTE);
        for (long participant = 1; participant <= 4; participant++) {
            other.seen(new ParticipantLogin(lab.stream(id), new ParticipantId(participant)));
        }
        exchange(other, shared);
        exchange(lab.presence, shared);
        lab.look(id);
        assertThat(lab.types(id, 0)).doesNotContain("silent");

        lab.pass(A_MINUTE);
        assertThat(lab.look(id)).contains(lab.clock.instant().plus(SignsOfLife.PATIENCE));
        assertThat(lab.types(id, 0)).doesNotContain("silent");
        lab.pass(SignsOfLife.PATIENCE);
        lab.look(id);
        assertThat(lab.types(id, 0)).filteredOn("silent"::equals).hasSize(4);
        assertVerified(id);
    }

    private void exchange(Presence presence, MemoryPresence shared) {
        try (SharedPresence server = new SharedPresence(presence, shared, lab.clock)) {
            server.start();
        }
    }

    @Test
    void everythingWrongWithARuleIsSaidTogether() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> lab.define("rounds = 1\nsilent_after = [5, 90]\nif_silent = [sleep, bot:coyn]"))
                .withMessageContaining("expected 20 to 86400 seconds, but found \"5\"")
                .withMessageContaining("found \"sleep\"")
                .withMessageContaining("did you mean \"coin\"?");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> lab.define("rounds = 1\nsilent_after = 60"))
                .withMessageContaining("if_silent: expected one for all roles or one for each of 2 roles");
    }

    @Test
    void aDefinitionIsWrittenAsItIsRead() {
        ExperimentId id = lab.define("rounds = 1\nsilent_after = [60, 90]\nif_silent = [skip, bot:coin]");
        GameDefinition definition = lab.experiments.definition(id);

        assertThat(lab.experiments.preview(definition.toIni())).isEqualTo(definition);
        assertThat(definition.silence().rules()).hasSize(2);
    }

    /** A stand-in's play that the policy would not have made, and a silence that was too short, are found out. */
    @Test
    void falsifiedDecisionsAreFoundOut() {
        ExperimentId id = started("bot:coin");
        theFirstGoesSilent(id);

        assertThat(forged(id, "stand_in", "\"mixture\":[", "\"mixture\":[\"1/3\",\"2/3\"],\"was\":["))
                .contains("what was played for participant 1");
        assertThat(forged(id, "silent", "T08:00:00Z", "T08:00:01Z")).contains("what happens to silent participant 1");
    }

    /** Returns what verification says about the same log with one event changed, hashes made good. */
    private String forged(ExperimentId id, String type, String find, String replacement) {
        List<NewEvent> events = new ArrayList<>();
        for (RecordedEvent event : lab.storage.events().read(lab.stream(id), 0)) {
            String contents =
                    event.type().equals(type) ? event.contents().replace(find, replacement) : event.contents();
            events.add(new NewEvent(event.timestamp(), event.type(), event.version(), contents, event.extraInfo()));
        }
        Storage other = StorageForTests.forTest();
        StreamId stream = other.streams()
                .open(
                        lab.storage.streams().find(lab.stream(id)).orElseThrow(),
                        HashChain.seal(0, HashChain.GENESIS, events),
                        List.of());
        return new Replay<>(lab.protocol, other).verify(stream).problem().orElse("nothing is wrong");
    }
}
