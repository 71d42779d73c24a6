package org.aepsych.web.posterior;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.core.adaptive.posterior.PosteriorQuestion;
import org.aepsych.web.view.Inputs;

/**
 * Reads from an address what of a belief is to be shown: {@code x} and {@code y} name the parameters that vary,
 * {@code at.NAME} holds another one, {@code outcome} and {@code target} say of what.
 */
public final class PosteriorInputs {
    static final String HORIZONTAL = "x";
    static final String VERTICAL = "y";
    static final String OUTCOME = "outcome";
    static final String TARGET = "target";
    static final String HELD = "at.";

    private PosteriorInputs() {}

    /**
     * Reads what is wanted; what is missing or empty is chosen by the model's view.
     *
     * @param context the exchange
     * @return the question
     * @throws AepsychException {@code INPUT_INVALID} if the target is no number
     */
    public static PosteriorQuestion read(Context context) {
        Map<String, String> held = new TreeMap<>();
        context.queryParamMap().forEach((name, values) -> {
            if (name.startsWith(HELD) && !values.isEmpty() && !values.get(0).isBlank()) {
                held.put(name.substring(HELD.length()), values.get(0).strip());
            }
        });
        return new PosteriorQuestion(
                given(context, HORIZONTAL),
                Optional.ofNullable(context.queryParam(VERTICAL)),
                held,
                given(context, OUTCOME),
                given(context, TARGET).map(PosteriorInputs::number));
    }

    /**
     * Returns the fields of an address that ask the same.
     *
     * @param question what is wanted
     * @return by name; only what is not left to be chosen
     */
    public static Map<String, String> fields(PosteriorQuestion question) {
        Map<String, String> fields = new TreeMap<>();
        question.horizontal().ifPresent(name -> fields.put(HORIZONTAL, name));
        question.vertical().ifPresent(name -> fields.put(VERTICAL, name));
        question.outcome().ifPresent(name -> fields.put(OUTCOME, name));
        question.target().ifPresent(target -> fields.put(TARGET, Double.toString(target)));
        question.held().forEach((name, value) -> fields.put(HELD + name, value));
        return fields;
    }

    private static Optional<String> given(Context context, String name) {
        return Optional.of(Inputs.query(context, name).strip()).filter(text -> !text.isEmpty());
    }

    private static double number(String text) {
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new AepsychException(StandardError.INPUT_INVALID, sentence(text), e);
        }
        throw new AepsychException(StandardError.INPUT_INVALID, sentence(text));
    }

    private static String sentence(String text) {
        return TARGET + ": expected a number, but found \"" + text + "\"";
    }
}
