package org.aepsych.web.participant.play;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.number.Rational;
import org.aepsych.web.language.Texts;
import org.aepsych.web.view.Inputs;

/**
 * The weights as somebody entered them, in the experiment's order of actions, with what is wrong with each.
 *
 * @param texts what was entered
 * @param errors by place; empty where the text is allowed
 */
record WeightForm(List<String> texts, List<Optional<String>> errors) {
    private static final String FIELD = "weight";

    WeightForm {
        texts = List.copyOf(texts);
        errors = List.copyOf(errors);
    }

    /** A form nobody has filled in. */
    static WeightForm blank(int actions) {
        return new WeightForm(Collections.nCopies(actions, ""), Collections.nCopies(actions, Optional.empty()));
    }

    static WeightForm read(Context context, int actions, Texts language) {
        List<String> texts = new ArrayList<>();
        List<Optional<String>> errors = new ArrayList<>();
        for (int action = 0; action < actions; action++) {
            String text = WeightText.plain(Inputs.text(context, field(action)));
            texts.add(text);
            errors.add(error(text, language));
        }
        return new WeightForm(texts, errors);
    }

    /** Name of the field of an action, numbered in the experiment's order. */
    static String field(int action) {
        return FIELD + action;
    }

    /** Returns the weights as experiments read numbers. */
    List<String> weights() {
        return texts.stream().map(WeightText::number).toList();
    }

    /** Says what is wrong with the sum of allowed weights. */
    String sumError(Texts language) {
        Rational sum = Rational.ZERO;
        for (String text : weights()) {
            sum = text.isEmpty() ? sum : sum.plus(Rational.parse(text));
        }
        Rational missing = Rational.ONE.minus(sum);
        return switch (missing.signum()) {
            case 0 -> language.of("play.error.sum");
            case 1 -> language.of("play.sum.missing", sum, missing);
            default -> language.of("play.sum.over", sum, missing.negate());
        };
    }

    boolean hasErrors() {
        return errors.stream().anyMatch(Optional::isPresent);
    }

    private static Optional<String> error(String text, Texts texts) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Rational.parse(WeightText.number(text)).signum() < 0
                    ? Optional.of(texts.of("play.error.negative"))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(texts.of("play.error.number"));
        }
    }
}
