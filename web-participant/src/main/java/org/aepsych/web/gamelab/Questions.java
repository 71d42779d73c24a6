package org.aepsych.web.gamelab;

import jakarta.inject.Inject;
import java.util.List;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.core.game.participation.GameParticipation;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.game.view.QuestionnaireView;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The questionnaire: what is asked, and whether an answer is right. The right answers stay here. */
final class Questions {
    private static final LabAnswer WRONG = new LabAnswer.Status(400);
    private static final LabAnswer NOT_STARTED = new LabAnswer.Status(409);
    private static final long MIXTURE = 4;
    private static final long FULL_MIXTURE = 5;

    private final GameExperiments games;
    private final GameParticipation participation;

    @Inject
    Questions(GameExperiments games, GameParticipation participation) {
        this.games = games;
        this.participation = participation;
    }

    LabAnswer load(Caller caller) {
        if (games.summary(caller.experiment()).phase() == GamePhase.NEW) {
            return NOT_STARTED;
        }
        QuestionnaireView asked = view(caller);
        ObjectNode node = LabJson.object()
                .put("questionnaire", asked.size() > asked.first() ? 1 : 0)
                .put("answered", Math.max(0, asked.answered() - asked.first()));
        ArrayNode custom = node.putArray("custom");
        asked.own().forEach(question -> custom.addObject().put("question", question));
        return new LabAnswer.Document(node);
    }

    LabAnswer judgeBuiltIn(Caller caller, Fields fields) {
        long question = fields.whole("aid");
        return view(caller).own().isEmpty() ? judge(caller, question, given(fields, question)) : WRONG;
    }

    LabAnswer judgeOwn(Caller caller, Fields fields) {
        long question = fields.whole("aid");
        return view(caller).own().isEmpty() ? WRONG : judge(caller, question, List.of(fields.required("choicecustom")));
    }

    private QuestionnaireView view(Caller caller) {
        return participation
                .participantView(caller.experiment(), caller.participant())
                .questions();
    }

    private LabAnswer judge(Caller caller, long question, List<String> given) {
        int first = view(caller).first();
        int known = question >= 0 && question < Integer.MAX_VALUE ? (int) question + first : -1;
        return participation.answer(caller.experiment(), caller.participant(), known, given) ? LabAnswer.OK : WRONG;
    }

    private static List<String> given(Fields fields, long question) {
        if (question == MIXTURE || question == FULL_MIXTURE) {
            return List.of(sent(fields, "choice" + question + "a"), sent(fields, "choice" + question + "b"));
        }
        return List.of(Long.toString(fields.whole("choice" + question)));
    }

    /** A field that may be empty, but not missing. */
    private static String sent(Fields fields, String name) {
        return fields.text(name)
                .orElseThrow(() -> new AepsychException(StandardError.INPUT_INVALID, name + ": is missing"));
    }
}
