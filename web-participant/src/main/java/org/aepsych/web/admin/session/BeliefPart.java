package org.aepsych.web.admin.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aepsych.core.adaptive.posterior.PosteriorView;
import org.aepsych.web.chart.Plot;
import org.aepsych.web.chart.Scale;
import org.aepsych.web.posterior.PosteriorCharts;
import org.aepsych.web.posterior.PosteriorControls;

/**
 * What a session's model believes, as a part of a page.
 *
 * @param remark by whom and after how much
 * @param facts the most important numbers
 * @param controls what can be chosen
 * @param plots the charts
 * @param at a message that the choices are about, on pages about the past
 */
public record BeliefPart(
        String remark, List<SessionPage.Fact> facts, PosteriorControls controls, List<Plot> plots, Optional<Long> at) {
    private static final double HUNDRED = 100;

    /** Copies the lists. */
    public BeliefPart {
        facts = List.copyOf(facts);
        plots = List.copyOf(plots);
    }

    /**
     * Composes the part.
     *
     * @param view what the model believes
     * @param address of the page
     * @param at number of the message that the page is about, on pages about the past
     * @return the part
     */
    public static BeliefPart of(PosteriorView view, String address, Optional<Long> at) {
        return new BeliefPart(
                remark(view), facts(view), PosteriorControls.of(view, address), PosteriorCharts.of(view), at);
    }

    private static String remark(PosteriorView view) {
        if (view.beliefs().isEmpty()) {
            return view.trials().isEmpty()
                    ? "Charts appear here when the first trial has been answered."
                    : "Step " + view.step()
                            + " asks without a model; what a model believes appears here when a step that has one has"
                            + " begun.";
        }
        return "What " + view.model() + " believes after " + view.observations()
                + (view.observations() == 1 ? " observation." : " observations.");
    }

    private static List<SessionPage.Fact> facts(PosteriorView view) {
        List<SessionPage.Fact> facts = new ArrayList<>();
        view.threshold().ifPresent(found -> {
            facts.add(new SessionPage.Fact(
                    "threshold of " + view.axes().get(0).name() + " at "
                            + view.target().map(target -> target(view, target)).orElse(""),
                    Scale.shown(found.value())));
            facts.add(new SessionPage.Fact(
                    Scale.shown(Math.rint(view.credibility() * HUNDRED)) + " % interval",
                    Scale.shown(found.lower()) + " to " + Scale.shown(found.upper())));
        });
        return facts;
    }

    private static String target(PosteriorView view, double target) {
        return view.scale() == PosteriorView.Scale.PROBABILITY
                ? Scale.shown(Math.rint(target * HUNDRED * HUNDRED) / HUNDRED) + " % yes"
                : Scale.shown(target);
    }
}
