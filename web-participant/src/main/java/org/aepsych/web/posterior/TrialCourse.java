package org.aepsych.web.posterior;

import java.util.List;
import org.aepsych.core.adaptive.posterior.PosteriorView;
import org.aepsych.core.adaptive.posterior.PosteriorView.Axis;
import org.aepsych.core.adaptive.posterior.PosteriorView.Point;
import org.aepsych.core.adaptive.posterior.PosteriorView.Scale;
import org.aepsych.web.chart.Canvas;
import org.aepsych.web.chart.Plot;

/** Draws what was presented, trial by trial, and the answers. */
final class TrialCourse {
    private static final double YES = 0.5;
    private static final double DOT = 4;
    private static final int FEWEST = 10;

    private TrialCourse() {}

    static Plot plot(PosteriorView view) {
        Axis axis = view.axes().get(0);
        double first = axis.values().get(0);
        double last = axis.values().get(axis.values().size() - 1);
        int trials = view.trials().stream().mapToInt(Point::number).max().orElse(0);
        Canvas canvas = Canvas.wide(
                new Canvas.Range(1, Math.max(FEWEST, trials)), new Canvas.Range(first, last, axis.logarithmic()));
        boolean binary = view.scale() == Scale.PROBABILITY || view.scale() == Scale.LATENT;
        view.threshold().ifPresent(found -> canvas.level(found.value(), "threshold"));
        for (Point trial : view.trials()) {
            for (int i = 0; i < trial.places().size(); i++) {
                boolean yes =
                        !binary || (trial.outcome() >= YES) == (trial.places().size() == 1 || i == 1);
                canvas.dot(
                        trial.number(),
                        trial.places().get(i).get(0),
                        DOT,
                        (yes ? "trial-yes" : "trial-no") + (trial.near() ? "" : " trial-far"),
                        label(view, trial, i, binary));
            }
        }
        boolean pairs = view.trials().stream().anyMatch(trial -> trial.places().size() == 2);
        if (binary) {
            canvas.key("trial-yes", "dot", pairs ? "preferred" : "yes")
                    .key("trial-no", "dot", pairs ? "not preferred" : "no");
        }
        view.threshold().ifPresent(found -> canvas.key("threshold", "line", "threshold as believed now"));
        return canvas.countedPlot(
                "Trials in order",
                view.trials().size() + " trials in order, with the value of " + axis.name() + " in each",
                "trial",
                axis.name(),
                new Plot.Table(List.of(), List.of()));
    }

    private static String label(PosteriorView view, Point trial, int stimulus, boolean binary) {
        Axis axis = view.axes().get(0);
        double value = trial.places().get(stimulus).get(0);
        String place = axis.labels().isEmpty()
                ? PosteriorCharts.shown(value)
                : axis.labels().get((int) value);
        String outcome = binary ? trial.outcome() >= YES ? "yes" : "no" : PosteriorCharts.shown(trial.outcome());
        return "trial " + trial.number() + ": " + axis.name() + " " + place + ", " + outcome;
    }
}
