package org.aepsych.core.game.participation;

import java.util.List;
import java.util.function.Function;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.game.decision.Answers;
import org.aepsych.core.game.decision.Draft;
import org.aepsych.core.game.decision.GameCommand;
import org.aepsych.core.game.decision.Joining;
import org.aepsych.core.game.decision.PayoffRules;
import org.aepsych.core.game.definition.Questionnaire;
import org.aepsych.core.game.event.GameEvent.QuestionAnswered;
import org.aepsych.core.game.state.Attempts;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.game.state.Player;

/** Answers a question, and lets the participant in if it was the last one; tells whether the answer is right. */
public final class Answer extends GameCommand<Boolean> {
    private static final int LONGEST = 2_000;
    private static final int MOST_TRIES = 10_000;

    private final ParticipantId participant;
    private final int question;
    private final List<String> given;

    /**
     * Prepares an answer.
     *
     * @param rules settles the rounds that end before it
     * @param participant who answers
     * @param question its number, from 0
     * @param given what was entered in each of its fields
     */
    public Answer(PayoffRules rules, ParticipantId participant, int question, List<String> given) {
        super(rules);
        this.participant = participant;
        this.question = question;
        this.given = List.copyOf(given);
    }

    @Override
    protected Function<GameState, Boolean> act(Draft draft) {
        Player player = draft.state().require(participant);
        Questionnaire questionnaire = draft.state().definition().questionnaire();
        if (questionnaire.size() == 0) {
            boolean right = Answers.right(questionnaire, question, given);
            return state -> right;
        }
        if (question < 0 || question >= questionnaire.size()) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "question: there is no question " + question + "; allowed are 0 to " + (questionnaire.size() - 1));
        }
        if (given.stream().mapToInt(String::length).sum() > LONGEST) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID, "answer: expected at most " + LONGEST + " characters");
        }
        int tries = player.questions().tried(question).map(Attempts::tries).orElse(0);
        if (tries >= MOST_TRIES) {
            throw new AepsychException(
                    StandardError.STATE_CONFLICT, "you have tried this question too often; ask the experimenter");
        }
        boolean right = Answers.right(questionnaire, question, given);
        draft.record(new QuestionAnswered(participant, question, given, right));
        if (right) {
            Joining.later(draft.state(), draft.state().require(participant)).ifPresent(draft::record);
        }
        return state -> right;
    }
}
