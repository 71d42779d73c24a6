package org.aepsych.web.admin.session;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aepsych.core.adaptive.message.AdaptiveView;

/** Composes what pages show of a session, as it is or as it was. */
public final class SessionParts {
    private static final int DIGITS = 6;
    private static final String OF_STIMULUS = "_stimuli";

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
                new SessionPage.Fact("session", Integer.toString(view.number())),
                new SessionPage.Fact("log", view.stream().toString()));
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
     * @return names of parameters, one for each stimulus if a trial compares two, then of outcomes
     */
    public static List<String> columns(AdaptiveView view) {
        return Stream.concat(parameters(view).stream(), outcomes(view).stream()).toList();
    }

    /**
     * Returns the table of trials.
     *
     * @param view the session
     * @return its rows, latest first
     */
    public static List<SessionPage.Row> rows(AdaptiveView view) {
        List<String> parameters = parameters(view);
        List<String> outcomes = outcomes(view);
        List<SessionPage.Row> rows = new ArrayList<>();
        for (AdaptiveView.Shown trial : view.trials()) {
            Map<String, String> given = new HashMap<>();
            trial.parameters().forEach(parameter -> given.put(parameter.name(), shortened(parameter.value())));
            Map<String, String> measured = new HashMap<>();
            trial.outcomes().forEach(outcome -> measured.put(outcome.name(), shown(outcome.value())));
            List<String> values = Stream.concat(
                            parameters.stream().map(name -> given.getOrDefault(name, "")),
                            outcomes.stream().map(name -> measured.getOrDefault(name, "")))
                    .toList();
            rows.add(new SessionPage.Row(Integer.toString(rows.size() + 1), values));
        }
        Collections.reverse(rows);
        return rows;
    }

    /** Clients tell parameters in any order, and may tell more than the file names. */
    private static List<String> parameters(AdaptiveView view) {
        List<String> declared =
                view.parameters().stream().map(AdaptiveView.Dimension::name).toList();
        Set<String> told = view.trials().stream()
                .flatMap(trial -> trial.parameters().stream())
                .map(AdaptiveView.Given::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (told.isEmpty()) {
            return declared;
        }
        Set<String> ordered = new LinkedHashSet<>();
        for (String name : declared) {
            told.stream()
                    .filter(given -> given.equals(name) || given.startsWith(name + OF_STIMULUS))
                    .forEach(ordered::add);
        }
        ordered.addAll(told);
        return List.copyOf(ordered);
    }

    private static List<String> outcomes(AdaptiveView view) {
        return view.trials().stream()
                .flatMap(trial -> trial.outcomes().stream())
                .map(AdaptiveView.Measured::name)
                .distinct()
                .toList();
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
