package org.aepsych.core.game.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.game.GameLab;
import org.aepsych.core.game.lottery.Commitment;
import org.aepsych.core.game.lottery.DrawMethod;
import org.aepsych.core.game.lottery.LotteryDraw;
import org.aepsych.core.game.lottery.Tally;
import org.aepsych.core.game.lottery.Winner;
import org.aepsych.core.game.view.PublishedDraw;
import org.aepsych.core.testing.OnEveryStorage;
import org.junit.jupiter.api.Test;

/** A draw that is bound to a secret before the first round, so that nobody can arrange it. */
@OnEveryStorage
class BoundLotteryTest {
    private static final ParticipantId FIRST = new ParticipantId(1);

    /** Computed with another program: printf '%064d\n1:a\n2:b\n' 0 | sha256sum, first 16 digits as a signed number. */
    private static final long SEED = -154254176973705228L;

    private final GameLab lab = new GameLab();

    private ExperimentId started(String draw) {
        return lab.started(4, "rounds = 1\nroundpct = 0\nlottery = Cake\nlottery_draw = " + draw);
    }

    private void finish(ExperimentId id) {
        for (int player = 1; player <= 4; player++) {
            lab.play(id, player, 0, "1", "0");
        }
        lab.conduct.end(id);
    }

    @Test
    void onlyTheHashIsPublicUntilTheDraw() {
        ExperimentId id = started("committed");

        PublishedDraw before = lab.experiments.publishedDraw(id);
        assertThat(before.method()).isEqualTo(DrawMethod.COMMITTED);
        assertThat(before.commitment())
                .hasValueSatisfying(hash -> assertThat(hash).matches("[0-9a-f]{64}"));
        assertThat(before.secret()).isEmpty();
        assertThat(before.seed()).isEmpty();

        finish(id);
        lab.conduct.draw(id, 2, 4711);
        PublishedDraw after = lab.experiments.publishedDraw(id);
        assertThat(after.commitment()).isEqualTo(before.commitment());
        Commitment revealed = new Commitment(after.secret().orElseThrow(), after.words());
        assertThat(revealed.hash()).isEqualTo(before.commitment().orElseThrow());
        assertThat(after.seed()).contains(revealed.seed());
        assertThat(after.seed())
                .as("what the experimenter gives is not looked at")
                .isNotEqualTo(Optional.of(4711L));
        List<Winner> again = new LotteryDraw(new Tally(after.shares(), after.total())).draw(2, revealed.seed());
        assertThat(again).isEqualTo(after.winners()).hasSize(2);
        assertThat(lab.replay().verify(lab.stream(id)).problem()).isEmpty();
    }

    @Test
    void participantsWordsChangeTheDrawButNotTheCommitment() {
        ExperimentId id = started("committed");
        String hash = lab.experiments.publishedDraw(id).commitment().orElseThrow();

        lab.participation.addWords(id, FIRST, "seven");
        lab.participation.addWords(id, FIRST, " eleven ");
        finish(id);
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> lab.participation.addWords(id, FIRST, "too late"))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(StandardError.STATE_CONFLICT));
        lab.conduct.draw(id, 1, 0);

        PublishedDraw drawn = lab.experiments.publishedDraw(id);
        assertThat(drawn.commitment()).contains(hash);
        assertThat(drawn.words()).hasSize(1).containsEntry(FIRST, "eleven");
        assertThat(drawn.seed().orElseThrow())
                .isEqualTo(Commitment.to(drawn.secret().orElseThrow())
                        .with(FIRST, "eleven")
                        .seed())
                .isNotEqualTo(Commitment.to(drawn.secret().orElseThrow()).seed());
        assertThat(lab.replay().verify(lab.stream(id)).problem()).isEmpty();
    }

    @Test
    void withoutACommitmentTheExperimentersSeedCounts() {
        ExperimentId id = started("seed");
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> lab.participation.addWords(id, FIRST, "seven"))
                .withMessageContaining("lottery_draw = committed");
        finish(id);
        lab.conduct.draw(id, 1, 4711);

        PublishedDraw drawn = lab.experiments.publishedDraw(id);
        assertThat(drawn.method()).isEqualTo(DrawMethod.SEED);
        assertThat(drawn.commitment()).isEmpty();
        assertThat(drawn.seed()).contains(4711L);
    }

    @Test
    void theSeedFollowsFromThePublishedFormula() {
        Commitment commitment =
                Commitment.to("0".repeat(64)).with(new ParticipantId(2), "b").with(FIRST, "a");

        assertThat(commitment.hash()).isEqualTo("60e05bd1b195af2f94112fa7197a5c88289058840ce7c6df9693756bc6250f55");
        assertThat(commitment.seed()).isEqualTo(SEED);
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> commitment.with(FIRST, "a\nb"))
                .withMessageContaining("1 to 100 characters");
    }
}
