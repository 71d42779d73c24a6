package org.aepsych.core.game.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.engine.Engine;
import org.aepsych.core.game.GameDoors;
import org.aepsych.core.game.GameLab;
import org.aepsych.core.game.event.GameEvent;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.game.view.GameSummary;
import org.aepsych.core.testing.OnEveryStorage;
import org.junit.jupiter.api.Test;

/** A server that starts on old experiments lists them as the one before did, and folds only what is not over. */
@OnEveryStorage
class RestingGamesTest {
    private final GameLab lab = new GameLab();
    private final ExperimentId over = lab.started(2, "rounds = 1");
    private final ExperimentId running = lab.started(2, "rounds = 3");

    private void finish() {
        lab.play(over, 1, 0, "1");
        lab.play(over, 2, 0, "1");
        lab.conduct.end(over);
    }

    @Test
    void whatIsOverIsListedWithoutItsLog() {
        finish();
        var before = lab.experiments.list();
        Restart restart = new Restart();

        assertThat(restart.experiments.list()).isEqualTo(before);

        assertThat(before).extracting(GameSummary::phase).containsExactly(GamePhase.OVER, GamePhase.STARTED);
        assertThat(restart.lanes).isOne();
        assertThat(restart.experiments.summary(running).phase()).isEqualTo(GamePhase.STARTED);
    }

    @Test
    void whatHappenedSinceIsSeen() {
        finish();
        assertThat(lab.experiments.list()).hasSize(2);
        lab.conduct.draw(over, 1, 42);
        assertThat(new Restart().experiments.list())
                .extracting(GameSummary::phase)
                .containsExactly(GamePhase.DRAWN, GamePhase.STARTED);
        lab.wipe(over);
        assertThat(new Restart().experiments.list())
                .extracting(GameSummary::phase)
                .containsExactly(GamePhase.NEW, GamePhase.STARTED);
    }

    /** Another server over the same storage, which counts how often a lane had to work. */
    private final class Restart {
        private final GameExperiments experiments;
        private int lanes;

        Restart() {
            Storage storage = lab.storage;
            Thread asking = Thread.currentThread();
            Engine<GameState, GameEvent> engine = new Engine<>(lab.protocol, storage, lab.clock, work -> {
                // Word of what others wrote comes on another thread, when it likes.
                if (Thread.currentThread() == asking) {
                    lanes++;
                }
                work.run();
            });
            experiments = GameDoors.over(engine, storage, lab.clock, lab.extensions, new Random(1))
                    .experiments();
        }
    }
}
