package org.aepsych.core.game.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Role;
import org.aepsych.api.storage.ResultRow.LotteryRow;
import org.aepsych.core.game.GameLab;
import org.aepsych.core.game.state.Player;
import org.aepsych.core.game.state.Seat;
import org.aepsych.core.game.view.Registration;
import org.aepsych.core.testing.OnEveryStorage;
import org.junit.jupiter.api.Test;

@OnEveryStorage
class JoiningTest {
    private final GameLab lab = new GameLab();

    private Optional<Seat> seat(ExperimentId id, long participant) {
        return lab.state(id).require(new ParticipantId(participant)).seat();
    }

    @Test
    void givesRolesInTurnInTheOrderOfTheSeeds() {
        ExperimentId id = lab.started(7, "rounds = 3");

        List<Player> inOrder = new ArrayList<>(lab.state(id).players());
        inOrder.sort(Comparator.comparingLong(Player::rseed).thenComparing(Player::id));
        assertThat(inOrder)
                .extracting(player -> player.seat().orElseThrow())
                .containsExactly(
                        new Seat(Role.ROW, 0),
                        new Seat(Role.COLUMN, 0),
                        new Seat(Role.ROW, 0),
                        new Seat(Role.COLUMN, 0),
                        new Seat(Role.ROW, 0),
                        new Seat(Role.COLUMN, 0),
                        new Seat(Role.ROW, 0));
        assertThat(inOrder).allMatch(player -> player.rseed() >= 1 && player.rseed() <= Integer.MAX_VALUE);
    }

    @Test
    void fillsBothRolesUpToTheLimitAndLeavesTheOthersInTheLobby() {
        ExperimentId id = lab.started(7, "rounds = 3\nplayermax = 2");

        assertThat(lab.state(id).players().stream()
                        .filter(player -> player.seat().isPresent()))
                .hasSize(4);
        assertThat(lab.experiments.adminView(id).lobby()).isEqualTo(3);
        assertThat(lab.state(id).open().attendance().of(Role.ROW).present()).isEqualTo(2);
    }

    @Test
    void letsLatecomersInForTheNextRoundOnTheThinnerSideAndColumnsFirst() {
        ExperimentId id = lab.started(2, "rounds = 3");

        lab.register(id, "third");
        lab.register(id, "fourth");

        assertThat(seat(id, 3)).contains(new Seat(Role.COLUMN, 1));
        assertThat(seat(id, 4)).contains(new Seat(Role.ROW, 1));
    }

    @Test
    void letsWaitersInWhenPlacesFallFree() {
        ExperimentId id = lab.started(3, "rounds = 9\nprounds = 2\nplayermax = 1");
        long waiting = lab.state(id).players().stream()
                .filter(player -> player.seat().isEmpty())
                .map(player -> player.id().value())
                .findFirst()
                .orElseThrow();
        assertThat(lab.participation.join(id, new ParticipantId(waiting))).isFalse();

        lab.conduct.advance(id);
        assertThat(lab.participation
                        .participantView(id, new ParticipantId(waiting))
                        .joined())
                .as("the others' last round is 1, so 2 is free")
                .contains(2);
    }

    @Test
    void comesTooLateForARoundThatWillNotBe() {
        ExperimentId id = lab.started(2, "rounds = 2");
        lab.conduct.advance(id);

        Registration late = lab.participation.register(id, "late", Optional.empty());

        assertThat(late.joined()).isFalse();
        assertThat(lab.participation.participantView(id, late.participant()).inLobby())
                .isTrue();
    }

    @Test
    void joinsTheFirstRoundBeforeItBegins() {
        ExperimentId id = lab.started(0, "rounds = 1\nstart = 2026-03-02T09:00:00Z");

        lab.register(id, "first");
        lab.register(id, "second");

        assertThat(seat(id, 1)).contains(new Seat(Role.COLUMN, 0));
        assertThat(seat(id, 2)).contains(new Seat(Role.ROW, 0));
        lab.pass(Duration.ofHours(1));
        lab.play(id, 1, 0, "1");
    }

    @Test
    void givesLatecomersNothingForTheRoundsBefore() {
        ExperimentId id = lab.started(2, "rounds = 4");
        lab.conduct.advance(id);
        lab.conduct.advance(id);

        ParticipantId late = lab.register(id, "late");

        assertThat(lab.rows(id, LotteryRow.class).stream()
                        .filter(row -> row.player().equals(late)))
                .containsExactly(new LotteryRow(0, late, "0", 0, "0"), new LotteryRow(1, late, "0", 0, "0"));
    }

    @Test
    void keepsTheExcludedInTheLobby() {
        ExperimentId id = lab.started(3, "rounds = 9\nplayermax = 1");
        ParticipantId waiting = lab.state(id).players().stream()
                .filter(player -> player.seat().isEmpty())
                .map(Player::id)
                .findFirst()
                .orElseThrow();
        lab.conduct.disable(id, waiting);

        assertThat(lab.participation.join(id, waiting)).isFalse();
    }
}
