package org.aepsych.web.participant.question;

import java.util.List;
import java.util.Optional;
import org.aepsych.web.view.Frame;

/**
 * A question that is asked before joining.
 *
 * @param frame around it
 * @param over which of how many
 * @param intro whether this is the first question, so that the page explains what it is for
 * @param text the question
 * @param figure what it is about, if it shows something
 * @param options what can be chosen; none if something is to be entered
 * @param fields what is to be entered; none if something can be chosen
 * @param action where the form is sent
 * @param token form token
 * @param question number of the question, from 0
 * @param error why the last answer was wrong, empty if there was none
 * @param right whether the question before was answered rightly just now
 */
public record QuestionPage(
        Frame frame,
        String over,
        boolean intro,
        String text,
        Optional<QuestionFigure> figure,
        List<Option> options,
        List<Field> fields,
        String action,
        String token,
        int question,
        Optional<String> error,
        boolean right) {
    /** Copies the lists. */
    public QuestionPage {
        options = List.copyOf(options);
        fields = List.copyOf(fields);
    }

    /**
     * One of several possible answers.
     *
     * @param value what is sent
     * @param text what it says
     */
    public record Option(String value, String text) {}

    /**
     * Something to be entered.
     *
     * @param name of the form's field
     * @param label what it is
     * @param entered what was entered before
     */
    public record Field(String name, String label, String entered) {}
}
