package org.aepsych.web.admin.manage;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.game.conduct.GameConduct;
import org.aepsych.core.game.participation.ParticipantAccess;
import org.aepsych.core.game.participation.ParticipantAccess.Invited;
import org.aepsych.core.game.participation.ParticipantAccess.Secret;
import org.aepsych.core.game.view.SentNote;
import org.aepsych.core.mail.MailDesk;
import org.aepsych.web.admin.gate.AdminGate;
import org.aepsych.web.security.Visitors;
import org.aepsych.web.view.Addresses;
import org.aepsych.web.view.Csv;
import org.aepsych.web.view.Inputs;

/** Sees to participants: invites them, gives them links and passwords, writes to them. */
final class ParticipantsHandler {
    private static final String EVERYBODY = "all";

    private final GameConduct conduct;
    private final ParticipantAccess access;
    private final MailDesk mails;
    private final AdminGate gate;
    private final Visitors visitors;
    private final ManageScreen screen;

    @Inject
    ParticipantsHandler(
            GameConduct conduct,
            ParticipantAccess access,
            MailDesk mails,
            AdminGate gate,
            Visitors visitors,
            ManageScreen screen) {
        this.conduct = conduct;
        this.access = access;
        this.mails = mails;
        this.gate = gate;
        this.visitors = visitors;
        this.screen = screen;
    }

    void invite(Context context) {
        gate.change(context, (exchange, visit) -> {
            ParticipantAccess.Added added = access.add(
                    Inputs.experiment(exchange), Inputs.text(exchange, "addresses") + "\n" + uploaded(exchange));
            List<String> details = new ArrayList<>();
            added.refused().forEach(text -> details.add("not an e-mail address: " + text));
            added.known().forEach(text -> details.add("was there before: " + text));
            String sentence =
                    ManageScreen.counted(added.added().size(), "participant was added", "participants were added");
            if (!added.added().isEmpty()) {
                sentence += " They do not know of it yet: make links below, and send them.";
            }
            screen.send(exchange, visit, new ManagePage.Notice(sentence, details));
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
            String sentence =
                    ManageScreen.counted(sent.written(), what + " is on its way", what + "s are on their way");
            screen.send(exchange, visit, new ManagePage.Notice(sentence, details));
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
                    ? conduct.writeToAll(experiment, text)
                    : conduct.write(experiment, chosen(exchange, experiment), text);
            String sentence =
                    ManageScreen.counted(sent.to().size(), "participant is shown it", "participants are shown it");
            screen.send(exchange, visit, new ManagePage.Notice(sentence, List.of()));
        });
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
                screen.send(exchange, visit, new ManagePage.Secrets(title, lines));
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
}
