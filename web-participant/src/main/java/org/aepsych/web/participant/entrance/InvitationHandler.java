package org.aepsych.web.participant.entrance;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import org.aepsych.api.AepsychException;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.account.ParticipantSessions;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.core.game.participation.ParticipantAccess;
import org.aepsych.web.language.Languages;
import org.aepsych.web.participant.gate.ParticipantGate;
import org.aepsych.web.security.FormTokens;
import org.aepsych.web.security.Visitors;
import org.aepsych.web.security.WebError;
import org.aepsych.web.view.Addresses;
import org.aepsych.web.view.Frame;
import org.aepsych.web.view.Inputs;
import org.aepsych.web.view.Pages;

/** Lets invited participants in with the link that was made for them. Looking at a link does not use it. */
final class InvitationHandler {
    private static final int OK = 200;
    private static final String SECRET = "key";

    private final GameExperiments games;
    private final ParticipantAccess access;
    private final ParticipantSessions sessions;
    private final ParticipantGate gate;
    private final FormTokens forms;
    private final Visitors visitors;
    private final Pages pages;

    @Inject
    InvitationHandler(
            GameExperiments games,
            ParticipantAccess access,
            ParticipantSessions sessions,
            ParticipantGate gate,
            FormTokens forms,
            Visitors visitors,
            Pages pages) {
        this.games = games;
        this.access = access;
        this.sessions = sessions;
        this.gate = gate;
        this.forms = forms;
        this.visitors = visitors;
        this.pages = pages;
    }

    void show(Context context) {
        ExperimentId experiment = Inputs.experiment(context);
        String secret = Inputs.query(context, SECRET);
        if (!access.isOpen(experiment, secret)) {
            if (gate.recognise(context).isPresent()) {
                toPlay(context, experiment);
                return;
            }
            throw used();
        }
        String name = games.definition(experiment)
                .in(Languages.texts(context).language().tag())
                .name()
                .orElseGet(experiment::value);
        InvitationPage page = new InvitationPage(
                Frame.open(name, Languages.texts(context)),
                name,
                Addresses.experiment(experiment) + "/in",
                forms.forStranger(context),
                secret);
        pages.send(context, OK, "participant/invitation", page);
    }

    void use(Context context) {
        forms.checkStranger(context);
        ExperimentId experiment = Inputs.experiment(context);
        if (!access.isOpen(experiment, Inputs.text(context, SECRET))) {
            // The button was pressed twice, or on an old page.
            if (gate.recognise(context).isPresent()) {
                toPlay(context, experiment);
                return;
            }
            throw used();
        }
        ParticipantId participant = access.redeem(experiment, Inputs.text(context, SECRET));
        gate.letIn(
                context, experiment, sessions.open(games.stream(experiment), participant, visitors.userAgent(context)));
        toPlay(context, experiment);
    }

    private static AepsychException used() {
        return new AepsychException(
                WebError.LINK_USED, "This link has been used or is too old; ask the experimenter for a new one.");
    }

    private static void toPlay(Context context, ExperimentId experiment) {
        context.redirect(Addresses.experiment(experiment) + "/play", HttpStatus.SEE_OTHER);
    }
}
