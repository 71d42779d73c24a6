package org.aepsych.web.presentation;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.core.adaptive.presented.GivenAnswer;
import org.aepsych.core.adaptive.presented.PresentedSessions;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.JsonReader;
import org.aepsych.core.presentation.PresentationDesign;
import org.aepsych.core.presentation.Task;
import org.aepsych.web.language.Texts;
import org.aepsych.web.security.FormTokens;
import org.aepsych.web.view.Frame;
import org.aepsych.web.view.Inputs;
import org.aepsych.web.view.Pages;

/** The trials of a session: the page, and what its script asks and tells. */
final class TrialHandler {
    private static final int OK = 200;

    private final PresentedSessions presented;
    private final BrowserSessions sessions;
    private final FormTokens forms;
    private final Pages pages;

    @Inject
    TrialHandler(PresentedSessions presented, BrowserSessions sessions, FormTokens forms, Pages pages) {
        this.presented = presented;
        this.sessions = sessions;
        this.forms = forms;
        this.pages = pages;
    }

    void show(Context context) {
        Optional<BrowserSession> session = sessions.recognise(context);
        if (session.isEmpty()) {
            context.redirect(BrowserSessions.address(Inputs.experiment(context)), HttpStatus.SEE_OTHER);
            return;
        }
        pages.send(context, OK, "session/run", page(context, session.get()));
    }

    void next(Context context) {
        change(context, session -> send(context, TrialDocument.of(presented.next(session.stream()))));
    }

    void answer(Context context) {
        change(context, session -> {
            GivenAnswer answer = new GivenAnswer(
                    Inputs.whole(context, "trial"),
                    Inputs.text(context, "answer"),
                    seconds(Inputs.text(context, "response_time")),
                    measured(Inputs.text(context, "measured")));
            PresentedSessions.Answered answered = presented.answer(session.stream(), answer);
            send(context, TrialDocument.answered(answered.correct(), answered.next()));
        });
    }

    private void change(Context context, Consumer<BrowserSession> work) {
        BrowserSession session = sessions.recognise(context)
                .orElseThrow(() -> new AepsychException(
                        StandardError.LOGIN_REQUIRED, "This session is over in this browser; open the link again."));
        forms.check(context, session.token());
        work.accept(session);
    }

    static void send(Context context, Json.Obj document) {
        context.status(OK).contentType("application/json").result(document.text());
    }

    private static double seconds(String text) {
        try {
            double seconds = Double.parseDouble(text);
            if (Double.isFinite(seconds) && seconds >= 0) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            // Said below, as for numbers that are no times.
        }
        throw new AepsychException(
                StandardError.INPUT_INVALID, "response_time: expected seconds, but found \"" + text + "\"");
    }

    private static Json.Obj measured(String text) {
        try {
            return !text.isEmpty() && new JsonReader().read(text) instanceof Json.Obj object
                    ? object
                    : Json.Obj.empty();
        } catch (IllegalArgumentException e) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID, "measured: expected a JSON object: " + e.getMessage(), e);
        }
    }

    private RunPage page(Context context, BrowserSession session) {
        Texts texts = EntranceHandler.texts(context, session.experiment());
        PresentationDesign design = presented.design(session.stream());
        String language = texts.language().tag();
        String address = BrowserSessions.address(session.experiment().id());
        String token = forms.forSession(session.token());
        PresentedSessions.Progress progress = sessions.progress(session);
        List<String> instructions = design.words(PresentationDesign.Words.INSTRUCTIONS, language)
                .map(EntranceHandler::paragraphs)
                .orElseGet(() -> List.of(texts.of("session.intro")));
        List<String> farewell = design.words(PresentationDesign.Words.FAREWELL, language)
                .map(EntranceHandler::paragraphs)
                .orElseGet(() -> List.of(texts.of("session.done.text")));
        return new RunPage(
                Frame.open(session.experiment().name(), texts).in(texts, Optional.of(address + "/run")),
                session.experiment().name(),
                instructions,
                farewell,
                design.task() == Task.RATING ? texts.of("session.keys.rating") : texts.of("session.keys.two"),
                design.fullscreen(),
                address,
                token,
                progress,
                new RunConfig(design, texts, address, token, progress).json().text());
    }
}
