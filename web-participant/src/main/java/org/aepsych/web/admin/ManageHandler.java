package org.aepsych.web.admin;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.database.Backups;
import org.aepsych.core.game.GameExperiments;
import org.aepsych.core.game.GameRemoval;
import org.aepsych.core.game.ParticipantAccess;
import org.aepsych.core.game.ParticipantAccess.Invited;
import org.aepsych.core.game.ParticipantAccess.Secret;
import org.aepsych.core.game.definition.PriorHistoryJson;
import org.aepsych.core.game.view.GameAdminView;
import org.aepsych.core.game.view.GamePhase;
import org.aepsych.core.game.view.GameSummary;
import org.aepsych.core.game.view.SentNote;
import org.aepsych.core.mail.MailDesk;
import org.aepsych.web.export.ExportDownload;
import org.aepsych.web.security.Visitors;
import org.aepsych.web.view.Addresses;
import org.aepsych.web.view.Csv;
import org.aepsych.web.view.Inputs;
import org.aepsych.web.view.Pages;
import org.aepsych.web.view.QrCode;

/** Sees to an experiment's participants, and to the experiment as a whole. */
final class ManageHandler {
    private static final int OK = 200;
    private static final String EVERYBODY = "all";

    private final GameExperiments games;
    private final ParticipantAccess access;
    private final GameRemoval removal;
    private final Backups backups;
    private final MailDesk mails;
    private final ExportDownload download;
    private final AdminGate gate;
    private final Visitors visitors;
    private final Pages pages;

    @Inject
    ManageHandler(
            GameExperiments games,
            ParticipantAccess access,
            GameRemoval removal,
            Backups backups,
            MailDesk mails,
            ExportDownload download,
            AdminGate gate,
            Visitors visitors,
            Pages pages) {
        this.games = games;
        this.access = access;
        this.removal = removal;
        this.backups = backups;
        this.mails = mails;
        this.download = download;
        this.gate = gate;
        this.visitors = visitors;
        this.pages = pages;
    }

    void show(Context context) {
        gate.show(context, (exchange, visit) -> send(exchange, visit, Optional.empty(), Optional.empty()));
    }

    void invite(Context context) {
        gate.change(context, (exchange, visit) -> {
            ParticipantAccess.Added added = access.add(
                    Inputs.experiment(exchange), Inputs.text(exchange, "addresses") + "\n" + uploaded(exchange));
            List<String> details = new ArrayList<>();
            added.refused().forEach(text -> details.add("not an e-mail address: " + text));
            added.known().forEach(text -> details.add("was there before: " + text));
            String sentence = counted(added.added().size(), "participant was added", "participants were added");
            if (!added.added().isEmpty()) {
                sentence += " They do not know of it yet: make links below, and send them.";
            }
            send(exchange, visit, Optional.of(new ManagePage.Notice(sentence, details)), Optional.empty());
        });
    }

    void links(Context context) {
        if (Inputs.text(context, "as").equals("mail")) {
            mail(context, "link", mails::links);
            return;
        }
        secrets(
                context,
                "Links",
                "link",
                experiment -> access.links(experiment, chosen(context, experiment)),
                secret -> visitors.base(context) + Addresses.experiment(Inputs.experiment(context)) + "/in?key="
                        + secret);
    }

    /** Writes mails to participants. */
    @FunctionalInterface
    private interface Writing {
        MailDesk.Sent write(ExperimentId experiment, Collection<ParticipantId> participants, String base);
    }

    private void mail(Context context, String what, Writing writing) {
        gate.change(context, (exchange, visit) -> {
            ExperimentId experiment = Inputs.experiment(exchange);
            MailDesk.Sent sent = writing.write(experiment, chosen(exchange, experiment), visitors.base(exchange));
            List<String> details = sent.unreachable().stream()
                    .map(name -> "has no e-mail address: " + name)
                    .toList();
            String sentence = counted(sent.written(), what + " is on its way", what + "s are on their way");
            send(exchange, visit, Optional.of(new ManagePage.Notice(sentence, details)), Optional.empty());
        });
    }

    void passwords(Context context) {
        if (Inputs.text(context, "as").equals("mail")) {
            mail(context, "password", mails::passwords);
            return;
        }
        secrets(
                context,
                "Passwords",
                "password",
                experiment -> access.resetPasswords(experiment, chosen(context, experiment)),
                secret -> secret);
    }

    void write(Context context) {
        gate.change(context, (exchange, visit) -> {
            ExperimentId experiment = Inputs.experiment(exchange);
            String text = Inputs.text(exchange, "text");
            SentNote sent = Inputs.text(exchange, "participant").equals(EVERYBODY)
                    ? games.writeToAll(experiment, text)
                    : games.write(experiment, chosen(exchange, experiment), text);
            String sentence = counted(sent.to().size(), "participant is shown it", "participants are shown it");
            send(exchange, visit, Optional.of(new ManagePage.Notice(sentence, List.of())), Optional.empty());
        });
    }

    void switchRegistration(Context context) {
        change(
                context,
                experiment -> games.switchRegistration(
                        experiment, Inputs.text(context, "open").equals("yes")));
    }

    void pause(Context context) {
        change(context, games::pause);
    }

    void resume(Context context) {
        change(context, games::resume);
    }

    void wipe(Context context) {
        gate.change(context, (exchange, visit) -> {
            ExperimentId experiment = Inputs.experiment(exchange);
            confirm(exchange, experiment, "begins anew");
            GameRemoval.Removed removed = removal.wipe(experiment);
            String sentence = "The experiment is new again. "
                    + counted(
                            (int) removed.count(),
                            "participant who had registered is gone",
                            "participants who had registered are gone");
            List<String> backup = removed.backup().stream()
                    .map(file -> "Everything as it was before is in " + file + " on the server.")
                    .toList();
            send(exchange, visit, Optional.of(new ManagePage.Notice(sentence, backup)), Optional.empty());
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
                        ExportDownload.request(exchange.queryParams("format"), Inputs.query(exchange, "identifiers"))));
    }

    void history(Context context) {
        gate.show(context, (exchange, visit) -> {
            GameAdminView view = games.adminView(Inputs.experiment(exchange));
            String json = PriorHistoryJson.write(
                    view.rounds().stream()
                            .map(GameAdminView.RoundOverview::averages)
                            .toList(),
                    view.definition().games());
            exchange.header("Content-Disposition", "attachment; filename=\"history.json\"")
                    .contentType("application/json")
                    .result(json);
        });
    }

    void code(Context context) {
        gate.show(
                context,
                (exchange, visit) -> exchange.contentType("image/svg+xml")
                        .result(QrCode.svg(joinAddress(exchange, Inputs.experiment(exchange)))));
    }

    private void secrets(
            Context context,
            String title,
            String column,
            Function<ExperimentId, List<Secret>> make,
            Function<String, String> shown) {
        gate.change(context, (exchange, visit) -> {
            List<ManagePage.Line> lines = make.apply(Inputs.experiment(exchange)).stream()
                    .map(secret -> new ManagePage.Line(secret.who().identifier(), shown.apply(secret.secret())))
                    .toList();
            if (Inputs.text(exchange, "as").equals("csv")) {
                StringBuilder table = new StringBuilder(Csv.line(List.of("participant", column)));
                lines.forEach(line -> table.append(Csv.line(List.of(line.identifier(), line.secret()))));
                exchange.header("Content-Disposition", "attachment; filename=\"" + column + "s.csv\"")
                        .contentType("text/csv; charset=utf-8")
                        .result(table.toString());
            } else {
                send(exchange, visit, Optional.empty(), Optional.of(new ManagePage.Secrets(title, lines)));
            }
        });
    }

    private List<ParticipantId> chosen(Context context, ExperimentId experiment) {
        return Inputs.text(context, "participant").equals(EVERYBODY)
                ? access.everybody(experiment).stream().map(Invited::id).toList()
                : List.of(new ParticipantId(Inputs.longWhole(context, "participant")));
    }

    private static String uploaded(Context context) {
        UploadedFile file = context.uploadedFile("file");
        if (file == null) {
            return "";
        }
        try (var content = file.content()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String counted(int count, String one, String many) {
        return count == 1 ? "One " + one + "." : count + " " + many + ".";
    }

    private void change(Context context, java.util.function.Consumer<ExperimentId> step) {
        gate.change(context, (exchange, visit) -> {
            step.accept(Inputs.experiment(exchange));
            exchange.redirect(address(Inputs.experiment(exchange)), HttpStatus.SEE_OTHER);
        });
    }

    private void send(
            Context context,
            AdminVisit visit,
            Optional<ManagePage.Notice> notice,
            Optional<ManagePage.Secrets> secrets) {
        ExperimentId experiment = Inputs.experiment(context);
        GameAdminView view = games.adminView(experiment);
        GameSummary summary = view.summary();
        boolean running = summary.phase() == GamePhase.STARTED;
        boolean paused = summary.clock().paused().isPresent();
        ManagePage page = new ManagePage(
                GameHeads.still(
                        GameTab.MANAGE,
                        summary,
                        view.definition(),
                        gate.frame(visit, GameHeads.name(summary), ""),
                        visitors.base(context)),
                experiment.value(),
                address(experiment),
                gate.token(visit),
                AdminGate.NEW_GAME + "?copy=" + URLEncoder.encode(experiment.value(), StandardCharsets.UTF_8),
                joinAddress(context, experiment),
                visitors.reach(context),
                summary.selfRegistration(),
                running && !paused,
                paused,
                summary.clock().round() > 0,
                mails.ready(),
                running,
                access.everybody(experiment).stream()
                        .map(person -> new ManagePage.Person(person.id().value(), person.identifier()))
                        .toList(),
                SentNote.LONGEST,
                NoteLine.all(view),
                backups.folder().map(Path::toString),
                notice,
                secrets);
        pages.send(context, OK, "admin/manage", page);
    }

    private static String address(ExperimentId experiment) {
        return Addresses.administration(experiment) + "/manage";
    }

    private String joinAddress(Context context, ExperimentId experiment) {
        return visitors.base(context) + Addresses.experiment(experiment);
    }
}
