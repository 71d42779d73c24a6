package org.aepsych.web.gamelab;

import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.core.account.ParticipantLogin;
import org.aepsych.core.account.ParticipantSessions;
import org.aepsych.core.account.SecretToken;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.core.game.participation.GameParticipation;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.secret.SecretSource;
import org.aepsych.web.security.Limits;
import org.aepsych.web.security.Visitors;
import org.aepsych.web.view.Addresses;

/** How participants register, log in and leave. */
final class Entrance {
    private static final LabAnswer NO_CAPTIVES = new LabAnswer.Status(404);
    private static final LabAnswer IDENTIFIER_EXISTS = new LabAnswer.Status(403);
    private static final LabAnswer NOT_STARTED = new LabAnswer.Status(409);
    private static final LabAnswer DOES_NOT_FIT = new LabAnswer.Status(400);

    private final GameExperiments games;
    private final GameParticipation participation;
    private final ParticipantSessions sessions;
    private final SecretSource secrets;
    private final LabGate gate;
    private final Limits limits;
    private final Visitors visitors;

    @Inject
    Entrance(
            GameExperiments games,
            GameParticipation participation,
            ParticipantSessions sessions,
            SecretSource secrets,
            LabGate gate,
            Limits limits,
            Visitors visitors) {
        this.games = games;
        this.participation = participation;
        this.sessions = sessions;
        this.secrets = secrets;
        this.gate = gate;
        this.limits = limits;
        this.visitors = visitors;
    }

    LabAnswer register(Context context, ExperimentId experiment, Fields fields) {
        if (!games.summary(experiment).selfRegistration()) {
            return NO_CAPTIVES;
        }
        String identifier = fields.required("ident");
        limits.register(visitors.address(context));
        String password = LabPassword.draw(secrets);
        try {
            participation.register(experiment, identifier, Optional.of(password));
        } catch (AepsychException e) {
            if (e.code() == StandardError.PARTICIPANT_EXISTS) {
                return IDENTIFIER_EXISTS;
            }
            if (e.code() == StandardError.NOT_ALLOWED) {
                return NO_CAPTIVES;
            }
            throw e;
        }
        return new LabAnswer.Document(LabJson.object().put("ident", identifier).put("password", password));
    }

    LabAnswer logIn(Context context, ExperimentId experiment, Fields fields, LabPage.Format format) {
        boolean page = format == LabPage.Format.HTML;
        if (games.summary(experiment).phase() == GamePhase.NEW) {
            return page ? toTheEntrance(experiment) : NOT_STARTED;
        }
        Optional<SecretToken> token = session(context, experiment, fields);
        if (token.isEmpty()) {
            return page ? toTheEntrance(experiment) : DOES_NOT_FIT;
        }
        gate.letIn(context, experiment, token.get());
        boolean joined = sessions.recognise(token.get())
                .map(ParticipantLogin::participant)
                .filter(participant -> participation.join(experiment, participant))
                .isPresent();
        return page ? home(experiment) : new LabAnswer.Document(LabJson.object().put("needjoin", joined ? 0 : 1));
    }

    LabAnswer logOut(Context context, ExperimentId experiment, Fields fields) {
        gate.letOut(context, experiment, fields);
        return toTheEntrance(experiment);
    }

    static LabAnswer home(ExperimentId experiment) {
        return new LabAnswer.Redirect(Addresses.experiment(experiment) + "/play");
    }

    static LabAnswer toTheEntrance(ExperimentId experiment) {
        return new LabAnswer.Redirect(Addresses.experiment(experiment));
    }

    private Optional<SecretToken> session(Context context, ExperimentId experiment, Fields fields) {
        try {
            return Optional.of(limits.logIn(
                    visitors.address(context),
                    () -> sessions.logIn(
                            games.stream(experiment),
                            fields.text("ident").orElse(""),
                            fields.text("password").orElse(""),
                            visitors.userAgent(context))));
        } catch (AepsychException e) {
            if (e.code() == StandardError.LOGIN_REQUIRED) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
