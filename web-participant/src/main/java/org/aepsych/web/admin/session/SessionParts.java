package org.aepsych.web.admin.session;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aepsych.core.adaptive.message.AdaptiveView;

/** Composes what pages show of a session, as it is or as it was. */
public final class SessionParts {
    private static final int DIGITS = 6;

    private SessionParts() {}

    /**
     * Says what can be said about a session.
     *
     * @param view the session
     * @return facts with their names
     */
    public static List<SessionPage.Fact> facts(AdaptiveView view) {
        return List.of(
                new SessionPage.Fact("trials", Integer.toString(view.trials().size())),
                new SessionPage.Fact("participant", view.participantId()),
                new SessionPage.Fact("session", Integer.toString(view.number())));
    }

    /**
     * Shows the steps of a session.
     *
     * @param view the session
     * @return in their order
     */
    public static List<SessionPage.Step> steps(AdaptiveView view) {
        return IntStream.range(0, view.steps().size())
                .mapToObj(i -> new SessionPage.Step(
                        view.steps().get(i),
                        i == view.current() && !view.finished(),
                        i < view.current() || view.finished()))
                .toList();
    }

    /**
     * Returns the head of the table of trials.
     *
     * @param view the session
     * @return names of parameters, then of outcomes
     */
    public static List<String> columns(AdaptiveView view) {
        Stream<String> parameters = view.parameters().stream().map(AdaptiveView.Dimension::name);
        Stream<String> outcomes = view.trials().stream()
                .limit(1)
                .flatMap(trial -> trial.outcomes().stream())
                .map(outcome -> outcome.name());
        return Stream.concat(parameters, outcomes).toList();
    }

    /**
     * Returns the table of trials.
     *
     * @param view the session
     * @return its rows, latest first
     */
    public static List<SessionPage.Row> rows(AdaptiveView view) {
        List<SessionPage.Row> rows = new ArrayList<>();
        for (AdaptiveView.Shown trial : view.trials()) {
            List<String> values = new ArrayList<>();
            trial.parameters().forEach(parameter -> values.add(shortened(parameter.value())));
            trial.outcomes().forEach(outcome -> values.add(shown(outcome.value())));
            rows.add(new SessionPage.Row(Integer.toString(rows.size() + 1), values));
        }
        Collections.reverse(rows);
        return rows;
    }

    /** Numbers with as many digits as people read; tables and logs have all of them. */
    private static String shortened(String value) {
        try {
            return new BigDecimal(value)
                    .round(new MathContext(DIGITS))
                    .stripTrailingZeros()
                    .toPlainString();
        } catch (NumberFormatException e) {
            return value;
        }
    }

    private static String shown(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }
}
