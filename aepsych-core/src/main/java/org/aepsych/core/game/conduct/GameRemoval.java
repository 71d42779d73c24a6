package org.aepsych.core.game.conduct;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.TableStore;
import org.aepsych.core.database.Backups;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.core.game.experiment.GameLanes;
import org.aepsych.core.game.state.GamePhase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes experiments for ever, with their logs, or what happened in them, after a backup where the storage can be backed
 * up. Thread-safe.
 */
public final class GameRemoval {
    private static final Logger LOG = LoggerFactory.getLogger(GameRemoval.class);

    private final GameExperiments games;
    private final GameLanes lanes;
    private final GameWipes wipes;
    private final Storage storage;
    private final Backups backups;

    /**
     * Takes what it works with.
     *
     * @param games the experiments
     * @param lanes forgets them
     * @param wipes makes them new again
     * @param storage where they are
     * @param backups taken first
     */
    @Inject
    public GameRemoval(GameExperiments games, GameLanes lanes, GameWipes wipes, Storage storage, Backups backups) {
        this.games = games;
        this.lanes = lanes;
        this.wipes = wipes;
        this.storage = storage;
        this.backups = backups;
    }

    /**
     * What was deleted.
     *
     * @param count rows of the database, or participants who are gone
     * @param backup taken before; empty if the storage cannot be backed up
     */
    public record Removed(long count, Optional<Path> backup) {}

    /**
     * Makes an experiment new again, as {@link GameWipes} does.
     *
     * @param experiment which
     * @return how many participants are gone
     * @throws AepsychException {@code EXPERIMENT_NOT_FOUND}; {@code BACKUP_FAILED} if no backup could be written, and
     *     then nothing has changed
     */
    public Removed wipe(ExperimentId experiment) {
        Optional<Path> backup = backups.before(games.summary(experiment).id());
        return new Removed(wipes.wipe(experiment), backup);
    }

    /**
     * Deletes an experiment.
     *
     * @param experiment which; its rounds must not be running
     * @return how many rows of the database are gone
     * @throws AepsychException {@code EXPERIMENT_NOT_FOUND}; {@code STATE_CONFLICT} while rounds are played;
     *     {@code UNSUPPORTED} if the storage cannot delete; {@code BACKUP_FAILED} if no backup could be written, and
     *     then nothing is deleted
     */
    public Removed remove(ExperimentId experiment) {
        StreamId stream = games.stream(experiment);
        if (games.summary(experiment).phase() == GamePhase.STARTED) {
            throw new AepsychException(
                    StandardError.STATE_CONFLICT,
                    "Rounds of " + experiment + " are being played: end the experiment before you delete it.");
        }
        TableStore tables = storage.tables()
                .orElseThrow(() -> new AepsychException(
                        StandardError.UNSUPPORTED, "This storage cannot delete experiments: " + storage.displayName()));
        Optional<Path> backup = backups.before(experiment);
        long rows = lanes.alone(experiment, () -> tables.wipe(stream));
        lanes.forget(experiment);
        LOG.info("experiment {} was deleted, {} rows in all", experiment, rows);
        return new Removed(rows, backup);
    }
}
