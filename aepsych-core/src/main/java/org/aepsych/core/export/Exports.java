package org.aepsych.core.export;

import jakarta.inject.Inject;
import java.util.List;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.core.adaptive.session.AdaptiveProtocol;
import org.aepsych.core.game.decision.GameProtocol;

/**
 * Writes experiments as bundles of tidy tables, with a data dictionary, Psych-DS metadata and a manifest of checksums.
 * An export sees the experiment as of one instant, needs no more memory for more rows, and gives the same bytes as long
 * as nothing is recorded. Thread-safe.
 */
public final class Exports {
    private final Storage storage;
    private final GameProtocol games;
    private final AdaptiveProtocol sessions;

    /**
     * Exports of a storage.
     *
     * @param storage where the logs are
     * @param games what events of games mean
     * @param sessions what events of adaptive sessions mean
     */
    @Inject
    public Exports(Storage storage, GameProtocol games, AdaptiveProtocol sessions) {
        this.storage = storage;
        this.games = games;
        this.sessions = sessions;
    }

    /**
     * Exports an experiment.
     *
     * @param experiment a game experiment, or an adaptive one with all its sessions
     * @param request what is wanted
     * @param bundle where the files go; it is not closed
     * @param progress is told how far it is
     * @return what was written
     * @throws AepsychException {@code EXPERIMENT_NOT_FOUND} if there is no such experiment; {@code INPUT_INVALID} if the
     *     bundle cannot be written
     */
    public ExportReport write(ExperimentId experiment, ExportRequest request, Bundle bundle, ExportProgress progress) {
        return storage.snapshot(still -> {
            List<OpenedStream> streams = still.streams().list().stream()
                    .filter(stream -> stream.header().experimentId().equals(experiment))
                    .toList();
            if (streams.isEmpty()) {
                throw new AepsychException(
                        StandardError.EXPERIMENT_NOT_FOUND,
                        "there is no experiment \"" + experiment + "\"; ./aepsych replay list shows what there is.");
            }
            ExportSource source = new ExportSource(still, games, sessions);
            boolean game = streams.get(0).header().protocol() == Protocol.GAME;
            List<ExportTable> tables = game
                    ? new GameTables(source, streams.get(0)).tables(request.identifiers())
                    : new SessionTables(source, streams).tables(request.thresholds());
            return new BundleWriter(source, streams, request, bundle, progress).write(tables);
        });
    }
}
