package org.aepsych.web.presentation;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.aepsych.core.adaptive.presented.PresentedExperiment;
import org.aepsych.core.json.Json;
import org.aepsych.core.presentation.PresentationDesign;
import org.aepsych.web.language.Language;
import org.aepsych.web.language.Languages;
import org.aepsych.web.language.Texts;
import org.aepsych.web.security.FormTokens;
import org.aepsych.web.view.Frame;
import org.aepsych.web.view.Inputs;
import org.aepsych.web.view.Pages;

/** How participants come into adaptive experiments: consent first. */
final class EntranceHandler {
    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST_CODE = 100;

    private final BrowserSessions sessions;
    private final FormTokens forms;
    private final Pages pages;

    @Inject
    EntranceHandler(BrowserSessions sessions, FormTokens forms, Pages pages) {
        this.sessions = sessions;
        this.forms = forms;
        this.pages = pages;
    }

    static Texts texts(Context context, PresentedExperiment experiment) {
        Language own = Language.find(experiment.presentation().language()).orElse(Language.ENGLISH);
        return Languages.texts(context, own);
    }

    /** In experiment files, each line of a text is a paragraph. */
    static List<String> paragraphs(String text) {
        return Arrays.stream(text.split("\\R", -1))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    void show(Context context) {
        String participant = code(Inputs.query(context, "participant"));
        if (known(context, participant).isPresent()) {
            toRun(context);
        } else {
            send(context, OK, participant, Optional.empty());
        }
    }

    void join(Context context) {
        forms.checkStranger(context);
        PresentedExperiment experiment = sessions.experiment(context);
        Texts texts = texts(context, experiment);
        String participant = code(Inputs.text(context, "participant"));
        if (!Inputs.text(context, "agree").equals("yes")) {
            send(context, UNPROCESSABLE, participant, Optional.of(texts.of("session.agree.missing")));
            return;
        }
        if (known(context, participant).isEmpty()) {
            Json.Obj facts = Json.Obj.empty()
                    .with("consent", Json.of(String.join("\n\n", consent(experiment, texts))))
                    .with("language", Json.of(texts.language().tag()));
            sessions.letIn(
                    context,
                    sessions.join(
                            context, participant.isEmpty() ? facts : facts.with("participant", Json.of(participant))));
        }
        toRun(context);
    }

    /** Knows the browser again, unless its link says that somebody else uses it now. */
    private Optional<BrowserSession> known(Context context, String participant) {
        return sessions.recognise(context)
                .filter(session -> participant.isEmpty()
                        || sessions.progress(session).participant().equals(participant));
    }

    void leave(Context context) {
        sessions.recognise(context).ifPresent(session -> {
            forms.check(context, session.token());
            sessions.letOut(context, session);
        });
        context.redirect(address(context), HttpStatus.SEE_OTHER);
    }

    private void toRun(Context context) {
        context.redirect(address(context) + "/run", HttpStatus.SEE_OTHER);
    }

    private static String address(Context context) {
        return BrowserSessions.address(Inputs.experiment(context));
    }

    private static String code(String text) {
        String stripped = text.strip();
        return stripped.substring(0, Math.min(stripped.length(), LONGEST_CODE));
    }

    private void send(Context context, int status, String participant, Optional<String> error) {
        PresentedExperiment experiment = sessions.experiment(context);
        Texts texts = texts(context, experiment);
        String address = address(context);
        EnterPage page = new EnterPage(
                Frame.open(experiment.name(), texts).in(texts, Optional.of(address)),
                experiment.name(),
                experiment.description(),
                consent(experiment, texts),
                address,
                forms.forStranger(context),
                code(participant),
                error);
        pages.send(context, status, "session/enter", page);
    }

    private static List<String> consent(PresentedExperiment experiment, Texts texts) {
        return experiment
                .presentation()
                .words(PresentationDesign.Words.CONSENT, texts.language().tag())
                .map(EntranceHandler::paragraphs)
                .orElseGet(() -> List.of(texts.of("session.consent.text")));
    }
}
