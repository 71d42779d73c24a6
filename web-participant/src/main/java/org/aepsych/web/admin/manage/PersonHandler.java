package org.aepsych.web.admin.manage;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.BiConsumer;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.account.AdminRole;
import org.aepsych.core.account.EmailAddress;
import org.aepsych.core.account.Presence;
import org.aepsych.core.game.conduct.GameConduct;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.core.game.participation.ParticipantAccess;
import org.aepsych.core.game.state.Absence;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.game.view.GameAdminView;
import org.aepsych.core.game.view.GameAdminView.AdminParticipant;
import org.aepsych.core.game.view.SentNote;
import org.aepsych.core.mail.MailDesk;
import org.aepsych.web.admin.game.MonitorPage;
import org.aepsych.web.admin.game.MonitorPages;
import org.aepsych.web.admin.gate.AdminGate;
import org.aepsych.web.admin.gate.AdminVisit;
import org.aepsych.web.admin.gate.Confirmation;
import org.aepsych.web.admin.head.GameHeads;
import org.aepsych.web.admin.head.GameTab;
import org.aepsych.web.security.Visitors;
import org.aepsych.web.view.Addresses;
import org.aepsych.web.view.Inputs;
import org.aepsych.web.view.Pages;

/** Sees to one participant of a game experiment. */
final class PersonHandler {
    private static final int OK = 200;

    private final GameExperiments games;
    private final GameConduct conduct;
    private final Presence presence;
    private final MailDesk mails;
    private final ParticipantAccess access;
    private final AdminGate gate;
    private final Visitors visitors;
    private final Pages pages;

    @Inject
    PersonHandler(
            GameExperiments games,
            GameConduct conduct,
            ParticipantAccess access,
            Presence presence,
            MailDesk mails,
            AdminGate gate,
            Visitors visitors,
            Pages pages) {
        this.games = games;
        this.conduct = conduct;
        this.access = access;
        this.presence = presence;
        this.mails = mails;
        this.gate = gate;
        this.visitors = visitors;
        this.pages = pages;
    }

    void show(Context context) {
        gate.show(context, (exchange, visit) -> {
            GameAdminView view = games.adminView(Inputs.experiment(exchange));
            ParticipantId participant = new ParticipantId(Inputs.id(exchange, "participant"));
            pages.send(exchange, OK, "admin/person", page(exchange, view, participant, visit));
        });
    }

    void write(Context context) {
        change(
                context,
                (experiment, participant) ->
                        conduct.write(experiment, List.of(participant), Inputs.text(context, "text")));
    }

    void release(Context context) {
        change(context, (experiment, participant) -> {
            Confirmation.require(context, "the experiment goes on without this participant, for good");
            conduct.release(experiment, participant);
        });
    }

    void erase(Context context) {
        change(context, (experiment, participant) -> {
            Confirmation.require(context, "who this participant is will be erased, for good");
            access.erase(experiment, participant);
        });
    }

    private void change(Context context, BiConsumer<ExperimentId, ParticipantId> step) {
        gate.change(context, (exchange, visit) -> {
            ExperimentId experiment = Inputs.experiment(exchange);
            ParticipantId participant = new ParticipantId(Inputs.id(exchange, "participant"));
            step.accept(experiment, participant);
            exchange.redirect(address(experiment, participant), HttpStatus.SEE_OTHER);
        });
    }

    private PersonPage page(Context context, GameAdminView view, ParticipantId participant, AdminVisit visit) {
        ExperimentId experiment = view.summary().id();
        AdminParticipant known = view.participants().stream()
                .filter(one -> one.id().equals(participant))
                .findFirst()
                .orElseThrow(() -> new AepsychException(
                        StandardError.PARTICIPANT_NOT_FOUND,
                        "This experiment has no participant " + participant + "."));
        MonitorPage.Person person = new MonitorPages(view, presence.of(view.summary().stream())).person(known);
        boolean released = known.absence().filter(Absence::released).isPresent();
        boolean running = view.summary().phase() == GamePhase.STARTED;
        return new PersonPage(
                GameHeads.still(
                        GameTab.MONITOR,
                        view.summary(),
                        view.definition(),
                        gate.frame(visit, person.identifier(), ""),
                        visitors.base(context)),
                address(experiment, participant),
                Addresses.administration(experiment) + "/manage",
                Addresses.administration(experiment) + "/time/participants/" + participant,
                gate.token(visit),
                person,
                known.identifier().isPresent() && visit.administrator().role().includes(AdminRole.EDITOR),
                running && known.joined().isPresent() && !released,
                released,
                SentNote.LONGEST,
                mails.ready() && known.identifier().flatMap(EmailAddress::find).isPresent(),
                NoteLine.to(participant, view));
    }

    private static String address(ExperimentId experiment, ParticipantId participant) {
        return Addresses.administration(experiment) + "/participants/" + participant;
    }
}
