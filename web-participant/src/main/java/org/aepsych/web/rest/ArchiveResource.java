package org.aepsych.web.rest;

import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.adaptive.AdaptiveExperiments;
import org.aepsych.core.game.conduct.GameRemoval;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.core.game.experiment.GameHistory;
import org.aepsych.core.replay.ReplayReport;
import org.aepsych.web.export.ExportDownload;
import org.aepsych.web.view.Inputs;
import org.aepsych.web.view.Json;
import org.jspecify.annotations.Nullable;

/** Lets programs keep what came of experiments, look back, and clear away. */
final class ArchiveResource {
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final GameExperiments games;
    private final GameHistory history;
    private final GameRemoval removal;
    private final AdaptiveExperiments adaptive;
    private final ExportDownload download;
    private final RestGate gate;
    private final Json json;

    @Inject
    ArchiveResource(
            GameExperiments games,
            GameHistory history,
            GameRemoval removal,
            AdaptiveExperiments adaptive,
            ExportDownload download,
            RestGate gate,
            Json json) {
        this.games = games;
        this.history = history;
        this.removal = removal;
        this.adaptive = adaptive;
        this.download = download;
        this.gate = gate;
        this.json = json;
    }

    /**
     * What guards against a slip.
     *
     * @param confirm the experiment's id once more
     */
    record Confirmation(@Nullable String confirm) {}

    /**
     * What a wipe did.
     *
     * @param gone participants who had registered themselves and are forgotten
     * @param backup file on the server that has everything as it was before; absent if the storage cannot be backed up
     */
    record Wiped(long gone, Optional<String> backup) {}

    /**
     * What a deletion did.
     *
     * @param rows of the database that are gone
     * @param backup file on the server that has everything as it was before
     */
    record Deleted(long rows, Optional<String> backup) {}

    /**
     * Where to fork.
     *
     * @param until number of the last message of the log that the copy has, too
     */
    record Fork(@Nullable Long until) {}

    /**
     * A copy.
     *
     * @param experiment its id
     */
    record Forked(String experiment) {}

    /**
     * Whether a log is whole and every decision in it comes out again.
     *
     * @param verified whether
     * @param events how many were good before the first problem
     * @param problem the first problem
     */
    record Verified(boolean verified, long events, Optional<String> problem) {}

    void export(Context context) {
        gate.show(context, (exchange, holder) -> {
            ExperimentId experiment = games.summary(Inputs.experiment(exchange)).id();
            send(exchange, experiment);
        });
    }

    void exportSession(Context context) {
        gate.show(
                context,
                (exchange, holder) -> send(
                        exchange,
                        new ExperimentId(adaptive.view(new StreamId(Inputs.id(exchange, "session")))
                                .experimentId())));
    }

    private void send(Context context, ExperimentId experiment) {
        download.send(
                context,
                experiment,
                ExportDownload.request(
                        context.queryParams("format"),
                        Inputs.query(context, "identifiers"),
                        Inputs.query(context, "thresholds")));
    }

    void history(Context context) {
        gate.show(context, (exchange, holder) -> {
            exchange.contentType("application/json").result(games.history(Inputs.experiment(exchange)));
        });
    }

    void verify(Context context) {
        gate.show(context, (exchange, holder) -> {
            ReplayReport report = history.verify(Inputs.experiment(exchange));
            json.send(exchange, OK, new Verified(report.verified(), report.events(), report.problem()));
        });
    }

    void fork(Context context) {
        gate.change(context, (exchange, holder) -> {
            long until =
                    Objects.requireNonNullElse(json.read(exchange, Fork.class).until(), Long.MAX_VALUE);
            ExperimentId copy = history.fork(Inputs.experiment(exchange), until);
            exchange.header("Location", "/api/v1/experiments/" + copy.value());
            json.send(exchange, CREATED, new Forked(copy.value()));
        });
    }

    void wipe(Context context) {
        gate.change(context, (exchange, holder) -> {
            ExperimentId experiment = Inputs.experiment(exchange);
            Confirmed.require(
                    experiment,
                    Objects.requireNonNullElse(
                            json.read(exchange, Confirmation.class).confirm(), ""));
            GameRemoval.Removed removed = removal.wipe(experiment);
            json.send(exchange, OK, new Wiped(removed.count(), removed.backup().map(Path::toString)));
        });
    }

    void delete(Context context) {
        gate.change(context, (exchange, holder) -> {
            ExperimentId experiment = Inputs.experiment(exchange);
            Confirmed.require(experiment, Inputs.query(exchange, "confirm"));
            GameRemoval.Removed removed = removal.remove(experiment);
            json.send(
                    exchange, OK, new Deleted(removed.count(), removed.backup().map(Path::toString)));
        });
    }
}
