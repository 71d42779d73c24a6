package org.aepsych.web.posterior;

import java.util.List;
import org.aepsych.core.adaptive.posterior.PosteriorView;
import org.aepsych.core.adaptive.posterior.PosteriorView.Scale;
import org.aepsych.web.chart.Plot;

/** Draws what a model believes: a curve with its credible band, or maps of the belief and of its uncertainty. */
public final class PosteriorCharts {
    private PosteriorCharts() {}

    /**
     * Draws a belief.
     *
     * @param view what is believed
     * @return charts to be shown beside each other
     */
    public static List<Plot> of(PosteriorView view) {
        return view.axes().size() == 1
                ? List.of(new BeliefCurve(view).plot(), TrialCourse.plot(view))
                : new BeliefMaps(view).plots();
    }

    /** Says what is believed about. */
    static String meaning(PosteriorView view) {
        String outcome = view.outcomes().size() > 1 ? " (" + view.outcome() + ")" : "";
        return switch (view.scale()) {
            case PROBABILITY -> "probability of a yes" + outcome;
            case NUMBER -> "expected outcome" + outcome;
            case CATEGORY -> "expected category" + outcome;
            case LATENT -> "utility" + outcome;
        };
    }

    static String shown(double value) {
        return org.aepsych.web.chart.Scale.shown(Math.rint(value * 1e4) / 1e4);
    }

    static String percent(double share) {
        return org.aepsych.web.chart.Scale.shown(Math.rint(share * 1000) / 10) + " %";
    }

    /** Shows a target on the scale of what is believed. */
    static String target(PosteriorView view) {
        return view.target()
                .map(target -> view.scale() == Scale.PROBABILITY ? percent(target) : shown(target))
                .orElse("");
    }

    /** Says where what is not drawn is held; empty if there is nothing. */
    static String held(PosteriorView view) {
        if (view.held().isEmpty()) {
            return "";
        }
        return "; "
                + String.join(
                        ", ",
                        view.held().stream()
                                .map(held -> held.name() + " " + shownText(held.value()))
                                .toList());
    }

    private static String shownText(String value) {
        try {
            return org.aepsych.web.chart.Scale.shown(Double.parseDouble(value));
        } catch (NumberFormatException e) {
            return value;
        }
    }
}
