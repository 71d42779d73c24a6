package org.aepsych.web.admin.manage;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.core.game.conduct.GameConduct;
import org.aepsych.core.game.conduct.GameRemoval;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.web.admin.gate.AdminGate;
import org.aepsych.web.export.ExportDownload;
import org.aepsych.web.view.Inputs;
import org.aepsych.web.view.Pages;
import org.aepsych.web.view.QrCode;

/** Sees to an experiment as a whole: registration, pauses, beginning anew, deletion, and what can be taken away. */
final class ManageHandler {
    private static final int OK = 200;

    private final GameExperiments games;
    private final GameConduct conduct;
    private final GameRemoval removal;
    private final ExportDownload download;
    private final AdminGate gate;
    private final Pages pages;
    private final ManageScreen screen;

    @Inject
    ManageHandler(
            GameExperiments games,
            GameConduct conduct,
            GameRemoval removal,
            ExportDownload download,
            AdminGate gate,
            Pages pages,
            ManageScreen screen) {
        this.games = games;
        this.conduct = conduct;
        this.removal = removal;
        this.download = download;
        this.gate = gate;
        this.pages = pages;
        this.screen = screen;
    }

    void show(Context context) {
        gate.show(context, (exchange, visit) -> screen.send(exchange, visit));
    }

    void switchRegistration(Context context) {
        change(
                context,
                experiment -> conduct.switchRegistration(
                        experiment, Inputs.text(context, "open").equals("yes")));
    }

    void pause(Context context) {
        change(context, conduct::pause);
    }

    void resume(Context context) {
        change(context, conduct::resume);
    }

    void wipe(Context context) {
        gate.change(context, (exchange, visit) -> {
            ExperimentId experiment = Inputs.experiment(exchange);
            confirm(exchange, experiment, "begins anew");
            GameRemoval.Removed removed = removal.wipe(experiment);
            String sentence = "The experiment is new again. "
                    + ManageScreen.counted(
                            (int) removed.count(),
                            "participant who had registered is gone",
                            "participants who had registered are gone");
            List<String> backup = removed.backup().stream()
                    .map(file -> "Everything as it was before is in " + file + " on the server.")
                    .toList();
            screen.send(exchange, visit, new ManagePage.Notice(sentence, backup));
        });
    }

    void delete(Context context) {
        gate.change(context, (exchange, visit) -> {
            ExperimentId experiment = Inputs.experiment(exchange);
            confirm(exchange, experiment, "is deleted");
            GameRemoval.Removed removed = removal.remove(experiment);
            DeletedPage page = new DeletedPage(
                    gate.frame(visit, "Deleted", ""),
                    experiment.value(),
                    removed.backup().map(Path::toString));
            pages.send(exchange, OK, "admin/deleted", page);
        });
    }

    private static void confirm(Context context, ExperimentId experiment, String what) {
        if (!Inputs.text(context, "confirmed").strip().equals(experiment.value())) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "Type the experiment's name, " + experiment.value() + ", to confirm that it " + what + ".");
        }
    }

    void export(Context context) {
        gate.show(
                context,
                (exchange, visit) -> download.send(
                        exchange,
                        games.summary(Inputs.experiment(exchange)).id(),
                        ExportDownload.request(
                                exchange.queryParams("format"), Inputs.query(exchange, "identifiers"), "")));
    }

    void history(Context context) {
        gate.show(context, (exchange, visit) -> {
            String json = games.history(Inputs.experiment(exchange));
            exchange.header("Content-Disposition", "attachment; filename=\"history.json\"")
                    .contentType("application/json")
                    .result(json);
        });
    }

    void code(Context context) {
        gate.show(
                context,
                (exchange, visit) -> exchange.contentType("image/svg+xml")
                        .result(QrCode.svg(screen.joinAddress(exchange, Inputs.experiment(exchange)))));
    }

    private void change(Context context, Consumer<ExperimentId> step) {
        gate.change(context, (exchange, visit) -> {
            step.accept(Inputs.experiment(exchange));
            exchange.redirect(ManageScreen.address(Inputs.experiment(exchange)), HttpStatus.SEE_OTHER);
        });
    }
}
