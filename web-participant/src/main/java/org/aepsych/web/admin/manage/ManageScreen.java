package org.aepsych.web.admin.manage;

import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.core.database.Backups;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.core.game.participation.ParticipantAccess;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.game.view.GameAdminView;
import org.aepsych.core.game.view.GameSummary;
import org.aepsych.core.game.view.SentNote;
import org.aepsych.core.mail.MailDesk;
import org.aepsych.web.admin.gate.AdminGate;
import org.aepsych.web.admin.gate.AdminVisit;
import org.aepsych.web.admin.head.GameHeads;
import org.aepsych.web.admin.head.GameTab;
import org.aepsych.web.security.Visitors;
import org.aepsych.web.view.Addresses;
import org.aepsych.web.view.Inputs;
import org.aepsych.web.view.Pages;

/** Sends the page on which an experiment and its participants are seen to, with what has just come of a request. */
final class ManageScreen {
    private static final int OK = 200;

    private final GameExperiments games;
    private final ParticipantAccess access;
    private final Backups backups;
    private final MailDesk mails;
    private final AdminGate gate;
    private final Visitors visitors;
    private final Pages pages;

    @Inject
    ManageScreen(
            GameExperiments games,
            ParticipantAccess access,
            Backups backups,
            MailDesk mails,
            AdminGate gate,
            Visitors visitors,
            Pages pages) {
        this.games = games;
        this.access = access;
        this.backups = backups;
        this.mails = mails;
        this.gate = gate;
        this.visitors = visitors;
        this.pages = pages;
    }

    void send(Context context, AdminVisit visit) {
        send(context, visit, Optional.empty(), Optional.empty());
    }

    void send(Context context, AdminVisit visit, ManagePage.Notice notice) {
        send(context, visit, Optional.of(notice), Optional.empty());
    }

    void send(Context context, AdminVisit visit, ManagePage.Secrets secrets) {
        send(context, visit, Optional.empty(), Optional.of(secrets));
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

    /** Returns the page's path. */
    static String address(ExperimentId experiment) {
        return Addresses.administration(experiment) + "/manage";
    }

    /** Returns the address that participants join at. */
    String joinAddress(Context context, ExperimentId experiment) {
        return visitors.base(context) + Addresses.experiment(experiment);
    }

    /** Says how many there are. */
    static String counted(int count, String one, String many) {
        return count == 1 ? "One " + one + "." : count + " " + many + ".";
    }
}
