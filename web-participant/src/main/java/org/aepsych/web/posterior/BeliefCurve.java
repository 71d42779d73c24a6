package org.aepsych.web.posterior;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.aepsych.api.strategy.ModelQueries.Estimate;
import org.aepsych.core.adaptive.posterior.PosteriorView;
import org.aepsych.core.adaptive.posterior.PosteriorView.Axis;
import org.aepsych.core.adaptive.posterior.PosteriorView.Belief;
import org.aepsych.core.adaptive.posterior.PosteriorView.Point;
import org.aepsych.core.adaptive.posterior.PosteriorView.Scale;
import org.aepsych.web.chart.Canvas;
import org.aepsych.web.chart.Plot;

/**
 * A belief over one parameter: of binary outcomes the psychometric curve with its credible band, the threshold with its
 * interval, and the trials, each as a tick at the edge and gathered as dots whose area is their number.
 */
final class BeliefCurve {
    private static final double YES = 0.5;
    private static final double TICK = 0.035;
    private static final int ROWS = 21;
    private static final double LEAST_RADIUS = 2.5;
    private static final double MOST_RADIUS = 10;
    private static final double MARGIN = 0.05;
    private static final double WHISKER = 0.06;

    private final PosteriorView view;
    private final Axis axis;
    private final List<Double> xs;
    private final List<Belief> beliefs;
    private final Canvas.Range vertical;
    private final Canvas canvas;

    BeliefCurve(PosteriorView view) {
        this.view = view;
        axis = view.axes().get(0);
        xs = axis.values();
        beliefs = view.beliefs();
        vertical = vertical(view);
        boolean labelled = !axis.labels().isEmpty();
        double first = xs.get(0);
        double last = xs.get(xs.size() - 1);
        canvas = Canvas.wide(
                labelled
                        ? new Canvas.Range(first - YES, last + YES)
                        : new Canvas.Range(first, last, axis.logarithmic()),
                vertical);
    }

    private static Canvas.Range vertical(PosteriorView view) {
        if (view.scale() == Scale.PROBABILITY) {
            return Canvas.Range.SHARES;
        }
        List<Double> all = new ArrayList<>();
        view.beliefs().forEach(belief -> {
            all.add(belief.lower());
            all.add(belief.upper());
        });
        if (view.scale() != Scale.LATENT) {
            view.trials().forEach(trial -> all.add(trial.outcome()));
        }
        double lower = all.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double upper = all.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        double margin = MARGIN * (upper - lower);
        return new Canvas.Range(lower - margin, upper + margin);
    }

    Plot plot() {
        drawThreshold();
        if (axis.labels().isEmpty() && !beliefs.isEmpty()) {
            drawCurve();
        } else if (!beliefs.isEmpty()) {
            drawIntervals();
        }
        drawTrials();
        String meaning = PosteriorCharts.meaning(view);
        String title = Character.toUpperCase(meaning.charAt(0)) + meaning.substring(1);
        return axis.labels().isEmpty()
                ? canvas.plot(title, description(), axis.name(), meaning, table())
                : canvas.labelledPlot(title, description(), axis.labels(), axis.name(), meaning, table());
    }

    private void drawThreshold() {
        view.target().ifPresent(target -> {
            if (view.threshold().isEmpty()) {
                return;
            }
            Estimate threshold = view.threshold().get();
            canvas.tile(
                            threshold.lower(),
                            threshold.upper(),
                            vertical.lower(),
                            vertical.upper(),
                            "threshold-interval",
                            0.16)
                    .level(target, "target")
                    .segment(threshold.value(), vertical.lower(), threshold.value(), vertical.upper(), "threshold")
                    .key("threshold", "line", "threshold at " + PosteriorCharts.target(view))
                    .key("threshold-interval", "area", percent() + " interval of the threshold");
        });
    }

    private void drawCurve() {
        canvas.band(
                        xs,
                        beliefs.stream().map(Belief::lower).toList(),
                        beliefs.stream().map(Belief::upper).toList(),
                        "belief-band")
                .line(xs, beliefs.stream().map(Belief::expected).toList(), "belief")
                .key("belief", "line", "posterior mean")
                .key("belief-band", "area", percent() + " credible band");
    }

    private void drawIntervals() {
        for (int i = 0; i < xs.size(); i++) {
            double x = xs.get(i);
            Belief belief = beliefs.get(i);
            canvas.segment(x, belief.lower(), x, belief.upper(), "belief-whisker")
                    .segment(x - WHISKER, belief.lower(), x + WHISKER, belief.lower(), "belief-whisker")
                    .segment(x - WHISKER, belief.upper(), x + WHISKER, belief.upper(), "belief-whisker")
                    .dot(x, belief.expected(), 6, "belief-dot", axis.labels().get(i) + ": " + interval(belief));
        }
        canvas.key("belief-dot", "dot", "posterior mean with " + percent() + " interval");
    }

    private String percent() {
        return PosteriorCharts.percent(view.credibility());
    }

    private void drawTrials() {
        List<Point> near = view.trials().stream().filter(Point::near).toList();
        if (view.scale() == Scale.PROBABILITY || view.scale() == Scale.LATENT) {
            view.trials().forEach(this::tick);
        }
        if (near.isEmpty()) {
            return;
        }
        if (view.scale() == Scale.PROBABILITY) {
            TrialGroups.of(axis, near)
                    .forEach(group -> canvas.dot(
                            group.at(),
                            group.mean(),
                            radius(group.count()),
                            "observed",
                            place(group) + ": " + Math.round(group.mean() * group.count()) + " of " + group.count()
                                    + " yes"));
            canvas.key("observed", "dot", "share of yes; the area is the number of trials")
                    .key("tick-yes", "line", "a trial: yes at the top, no at the bottom");
        } else if (view.scale() == Scale.LATENT) {
            canvas.key("tick-yes", "line", "preferred at the top, not preferred at the bottom");
        } else {
            near.forEach(trial -> canvas.dot(
                    TrialGroups.value(trial),
                    trial.outcome(),
                    4,
                    "observed",
                    "trial " + trial.number() + ": " + PosteriorCharts.shown(trial.outcome())));
            canvas.key("observed", "dot", "a trial");
        }
    }

    /** Of pairs, the first stimulus was preferred if the outcome is below one half. */
    private void tick(Point trial) {
        String far = trial.near() ? "" : " tick-far";
        boolean yes = trial.outcome() >= YES;
        for (int i = 0; i < trial.places().size(); i++) {
            boolean top = trial.places().size() == 1 ? yes : yes == (i == 1);
            double x = trial.places().get(i).get(0);
            double length = TICK * (vertical.upper() - vertical.lower());
            double from = top ? vertical.upper() : vertical.lower();
            canvas.segment(x, from, x, top ? from - length : from + length, (top ? "tick-yes" : "tick-no") + far);
        }
    }

    static double radius(int count) {
        return Math.min(MOST_RADIUS, LEAST_RADIUS * Math.sqrt(count));
    }

    private String place(TrialGroups.Group group) {
        if (!axis.labels().isEmpty()) {
            return axis.labels().get((int) group.at());
        }
        String lower = PosteriorCharts.shown(group.lower());
        return group.lower() == group.upper() ? lower : lower + " to " + PosteriorCharts.shown(group.upper());
    }

    private String interval(Belief belief) {
        return PosteriorCharts.shown(belief.expected()) + " (" + PosteriorCharts.shown(belief.lower()) + " to "
                + PosteriorCharts.shown(belief.upper()) + ")";
    }

    private String description() {
        String threshold = view.threshold()
                .map(found -> "; threshold at " + PosteriorCharts.target(view) + ": "
                        + PosteriorCharts.shown(found.value()) + ", " + percent() + " interval "
                        + PosteriorCharts.shown(found.lower()) + " to " + PosteriorCharts.shown(found.upper()))
                .orElse("");
        if (beliefs.isEmpty()) {
            return view.trials().size() + " trials over " + axis.name();
        }
        return PosteriorCharts.meaning(view) + " over " + axis.name() + ", from "
                + PosteriorCharts.shown(beliefs.get(0).expected()) + " at the left to "
                + PosteriorCharts.shown(beliefs.get(beliefs.size() - 1).expected()) + " at the right, after "
                + view.observations() + " observations" + threshold + PosteriorCharts.held(view);
    }

    private Plot.Table table() {
        if (beliefs.isEmpty()) {
            return new Plot.Table(List.of(), List.of());
        }
        int last = xs.size() - 1;
        int rows = Math.min(ROWS, xs.size());
        List<List<String>> cells = IntStream.range(0, rows)
                .map(row -> rows == 1 ? 0 : row * last / (rows - 1))
                .mapToObj(i -> List.of(
                        axis.labels().isEmpty()
                                ? PosteriorCharts.shown(xs.get(i))
                                : axis.labels().get(i),
                        PosteriorCharts.shown(beliefs.get(i).expected()),
                        PosteriorCharts.shown(beliefs.get(i).lower()),
                        PosteriorCharts.shown(beliefs.get(i).upper())))
                .toList();
        return new Plot.Table(List.of(axis.name(), PosteriorCharts.meaning(view), "lower", "upper"), cells);
    }
}
