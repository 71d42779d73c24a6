package org.aepsych.web.participant.question;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aepsych.core.game.definition.Questionnaire;
import org.aepsych.core.game.participation.GameParticipation;
import org.aepsych.core.game.view.ParticipantView;
import org.aepsych.core.game.view.QuestionnaireView;
import org.aepsych.web.language.Languages;
import org.aepsych.web.language.Texts;
import org.aepsych.web.participant.gate.ParticipantFrame;
import org.aepsych.web.participant.gate.ParticipantGate;
import org.aepsych.web.participant.gate.Visit;
import org.aepsych.web.participant.play.WeightText;
import org.aepsych.web.security.FormTokens;
import org.aepsych.web.view.ActionLabels;
import org.aepsych.web.view.Inputs;
import org.aepsych.web.view.Pages;
import org.aepsych.web.view.Paragraphs;

/** Asks the questions, one after the other; whether an answer is right is decided elsewhere. */
final class QuestionHandler {
    private static final int OK = 200;
    private static final int WRONG = 422;
    private static final String FIELD = "answer";
    private static final String RIGHT = "right";
    private static final int WEIGHTS = 2;

    private final GameParticipation participation;
    private final ParticipantGate gate;
    private final FormTokens forms;
    private final Pages pages;

    @Inject
    QuestionHandler(GameParticipation participation, ParticipantGate gate, FormTokens forms, Pages pages) {
        this.participation = participation;
        this.gate = gate;
        this.forms = forms;
        this.pages = pages;
    }

    void show(Context context) {
        gate.show(context, (exchange, visit) -> {
            ParticipantView view = view(exchange, visit);
            if (view.questions().open()) {
                boolean right = Inputs.query(exchange, "last").equals(RIGHT);
                send(exchange, visit, view, List.of(), Optional.empty(), right);
            } else {
                exchange.redirect(ParticipantFrame.of(exchange, visit, forms).playAddress(), HttpStatus.SEE_OTHER);
            }
        });
    }

    void answer(Context context) {
        gate.change(context, (exchange, visit) -> {
            ParticipantView view = view(exchange, visit);
            QuestionnaireView questions = view.questions();
            boolean stale = !questions.open() || Inputs.whole(exchange, "question") != questions.answered();
            if (stale) {
                exchange.redirect(address(exchange, visit), HttpStatus.SEE_OTHER);
                return;
            }
            if (questions.awaitsConsent()) {
                agree(exchange, visit, view);
                return;
            }
            List<String> given = given(exchange, questions);
            if (participation.answer(visit.experiment(), visit.participant(), questions.answered(), given)) {
                exchange.redirect(address(exchange, visit) + "?last=" + RIGHT, HttpStatus.SEE_OTHER);
            } else {
                send(
                        exchange,
                        visit,
                        view,
                        given,
                        Optional.of(explanation(questions, Languages.texts(exchange))),
                        false);
            }
        });
    }

    /** Records the consent, with the language in which it was read. */
    private void agree(Context context, Visit visit, ParticipantView view) {
        Texts texts = Languages.texts(context);
        if (!Inputs.text(context, "agree").equals(Questionnaire.AGREED)) {
            send(context, visit, view, List.of(), Optional.of(texts.of("session.agree.missing")), false);
            return;
        }
        List<String> given = List.of(Questionnaire.AGREED, texts.language().tag());
        boolean unused = participation.answer(visit.experiment(), visit.participant(), 0, given);
        context.redirect(address(context, visit), HttpStatus.SEE_OTHER);
    }

    private static List<String> given(Context context, QuestionnaireView questions) {
        return IntStream.range(0, fields(questions))
                .mapToObj(field -> Inputs.text(context, FIELD + field).strip())
                .map(text -> entersWeights(questions) ? WeightText.number(WeightText.plain(text)) : text)
                .toList();
    }

    private static int fields(QuestionnaireView questions) {
        return entersWeights(questions) ? WEIGHTS : 1;
    }

    private static boolean entersWeights(QuestionnaireView questions) {
        return questions.own().isEmpty() && BuiltInQuestions.asksForWeights(questions.answered() - questions.first());
    }

    private static String explanation(QuestionnaireView questions, Texts texts) {
        return entersWeights(questions) ? texts.of("question.weights") : texts.of("question.wrong");
    }

    private void send(
            Context context,
            Visit visit,
            ParticipantView view,
            List<String> given,
            Optional<String> error,
            boolean right) {
        QuestionnaireView questions = view.questions();
        Texts texts = Languages.texts(context);
        if (questions.awaitsConsent()) {
            ConsentPage page = new ConsentPage(
                    ParticipantFrame.of(context, visit, forms)
                            .with(view.notes())
                            .frame(texts.of("session.consent"), ParticipantFrame.Tab.PLAY),
                    Paragraphs.of(questions.consent()),
                    address(context, visit),
                    ParticipantFrame.of(context, visit, forms).token(),
                    error);
            pages.send(context, error.isPresent() ? WRONG : OK, "participant/consent", page);
            return;
        }
        int number = questions.answered() - questions.first();
        boolean own = !questions.own().isEmpty();
        Optional<BuiltInQuestions.Built> built =
                own ? Optional.empty() : Optional.of(new BuiltInQuestions(texts).number(number));
        QuestionPage page = new QuestionPage(
                ParticipantFrame.of(context, visit, forms)
                        .with(view.notes())
                        .frame(texts.of("question.title"), ParticipantFrame.Tab.PLAY),
                texts.of("question.over", number + 1, questions.size() - questions.first()),
                number == 0,
                built.map(BuiltInQuestions.Built::text)
                        .orElseGet(() -> questions.own().get(number)),
                built.flatMap(BuiltInQuestions.Built::figure),
                built.map(QuestionHandler::options).orElse(List.of()),
                inputs(questions, given, texts),
                address(context, visit),
                ParticipantFrame.of(context, visit, forms).token(),
                questions.answered(),
                error,
                right);
        pages.send(context, error.isPresent() ? WRONG : OK, "participant/question", page);
    }

    private static List<QuestionPage.Option> options(BuiltInQuestions.Built built) {
        List<QuestionPage.Option> options = new ArrayList<>();
        for (String text : built.options()) {
            options.add(new QuestionPage.Option(Integer.toString(options.size() + 1), text));
        }
        return List.copyOf(options);
    }

    private static List<QuestionPage.Field> inputs(QuestionnaireView questions, List<String> given, Texts texts) {
        boolean chooses = questions.own().isEmpty() && !entersWeights(questions);
        return chooses
                ? List.of()
                : IntStream.range(0, fields(questions))
                        .mapToObj(field -> new QuestionPage.Field(
                                FIELD + field,
                                entersWeights(questions)
                                        ? texts.of("question.weight", ActionLabels.own(field))
                                        : texts.of("question.answer"),
                                field < given.size() ? given.get(field) : ""))
                        .toList();
    }

    private ParticipantView view(Context context, Visit visit) {
        return participation.participantView(
                visit.experiment(),
                visit.participant(),
                Languages.texts(context).language().tag());
    }

    private String address(Context context, Visit visit) {
        return ParticipantFrame.of(context, visit, forms).questionsAddress();
    }
}
