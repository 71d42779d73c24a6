package org.aepsych.core.game.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.storage.ResultRow;
import org.aepsych.api.storage.ResultRow.ChoiceRow;
import org.aepsych.api.storage.ResultRow.ExperimentRow;
import org.aepsych.api.storage.ResultRow.GameRow;
import org.aepsych.api.storage.ResultRow.LotteryRow;
import org.aepsych.api.storage.ResultRow.PlayerRow;
import org.aepsych.core.game.GameLab;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.game.state.Player;
import org.aepsych.core.testing.OnEveryStorage;
import org.junit.jupiter.api.Test;

/** Rule 5.5: what a wipe takes away, and what it keeps. */
@OnEveryStorage
class WipeTest {
    private static final ParticipantId INVITED = new ParticipantId(1);
    private static final ParticipantId CAPTIVE = new ParticipantId(2);

    private final GameLab lab = new GameLab();
    private final ExperimentId id = lab.define("rounds = 1\nlottery = x");

    private void playToTheEnd() {
        lab.conduct.start(id);
        lab.state(id).players().forEach(player -> lab.play(id, player.id().value(), 0, "1"));
        lab.conduct.end(id);
        lab.conduct.draw(id, 1, 42);
    }

    private void registerBoth() {
        lab.participation.enroll(id, "invited@example.org", Optional.empty());
        lab.register(id, "captive");
    }

    @Test
    void theExperimentIsNewAgainWithItsGamesParametersAndInvitedParticipants() {
        registerBoth();
        long seed = lab.state(id).require(INVITED).rseed();
        playToTheEnd();
        lab.conduct.disable(id, INVITED);

        assertThat(lab.conduct.wipe(id)).containsExactly(CAPTIVE);

        assertThat(lab.state(id).phase()).isEqualTo(GamePhase.NEW);
        assertThat(lab.rows(id)).extracting(ResultRow::getClass).doesNotContain(ChoiceRow.class, LotteryRow.class);
        assertThat(lab.rows(id, GameRow.class)).hasSize(1);
        assertThat(lab.rows(id, ExperimentRow.class)).singleElement().satisfies(row -> {
            assertThat(row.state()).isZero();
            assertThat(row.round()).isEqualTo(-1);
            assertThat(row.total()).isZero();
        });
        assertThat(lab.rows(id, PlayerRow.class)).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo(INVITED);
            assertThat(row.joined()).isEqualTo(-1);
            assertThat(row.enabled()).isTrue();
            assertThat(row.version()).isZero();
            assertThat(row.rseed()).isNotEqualTo(seed);
        });
    }

    @Test
    void theExperimentCanBeRunOnceMoreAndNobodyGetsANumberThatSomebodyHad() {
        registerBoth();
        playToTheEnd();
        lab.conduct.wipe(id);

        assertThat(lab.register(id, "another")).isEqualTo(new ParticipantId(3));
        playToTheEnd();

        assertThat(lab.rows(id, ChoiceRow.class))
                .extracting(ChoiceRow::player)
                .containsExactly(INVITED, new ParticipantId(3));
        assertThat(lab.state(id).phase()).isEqualTo(GamePhase.DRAWN);
    }

    @Test
    void theLogStillHasWhatHappenedAndBringsTheSameTablesAbout() {
        registerBoth();
        playToTheEnd();
        lab.conduct.wipe(id);
        lab.register(id, "another");

        assertThat(lab.types(id, 0)).contains("play", "draw", "wipe");
        assertThat(lab.replay().verify(lab.stream(id)).problem()).isEmpty();
        assertThat(lab.replay().rebuild(lab.stream(id)).identical()).isTrue();
    }

    @Test
    void linksFromBeforeAreVoid() {
        registerBoth();
        String secret = lab.access().links(id, List.of(INVITED)).get(0).secret();
        lab.conduct.wipe(id);

        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> lab.access().redeem(id, secret));
    }

    @Test
    void wipingWhatIsNewOnlySendsAwayWhoRegisteredThemselves() {
        registerBoth();

        assertThat(lab.conduct.wipe(id)).isEqualTo(List.of(CAPTIVE));
        assertThat(lab.state(id).players()).extracting(Player::id).containsExactly(INVITED);
    }
}
