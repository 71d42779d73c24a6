package org.aepsych.core.game;

import jakarta.inject.Inject;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.TableStore;
import org.aepsych.core.engine.Engine;
import org.aepsych.core.game.event.GameEvent;
import org.aepsych.core.game.view.GamePhase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes experiments for ever: the log, the results, and who took part. Nothing but a backup or an export can tell of them
 * afterwards. Thread-safe.
 */
public final class GameRemoval {
    private static final Logger LOG = LoggerFactory.getLogger(GameRemoval.class);

    private final GameExperiments games;
    private final Engine<GameState, GameEvent> engine;
    private final Storage storage;

    /**
     * Takes what it works with.
     *
     * @param games the experiments
     * @param engine writes their logs
     * @param storage where they are
     */
    @Inject
    public GameRemoval(GameExperiments games, Engine<GameState, GameEvent> engine, Storage storage) {
        this.games = games;
        this.engine = engine;
        this.storage = storage;
    }

    /**
     * Deletes an experiment.
     *
     * @param experiment which; its rounds must not be running
     * @return how many rows of the database are gone
     * @throws AepsychException {@code EXPERIMENT_NOT_FOUND}; {@code STATE_CONFLICT} while rounds are played;
     *     {@code UNSUPPORTED} if the storage cannot delete
     */
    public long remove(ExperimentId experiment) {
        StreamId stream = games.stream(experiment);
        if (games.summary(experiment).phase() == GamePhase.STARTED) {
            throw new AepsychException(
                    StandardError.STATE_CONFLICT,
                    "Rounds of " + experiment + " are being played: end the experiment before you delete it.");
        }
        TableStore tables = storage.tables()
                .orElseThrow(() -> new AepsychException(
                        StandardError.UNSUPPORTED, "This storage cannot delete experiments: " + storage.displayName()));
        long rows = games.alone(experiment, () -> tables.wipe(stream));
        games.forget(experiment);
        engine.forget(stream);
        LOG.info("experiment {} was deleted, {} rows in all", experiment, rows);
        return rows;
    }
}
