package org.aepsych.web.posterior;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.aepsych.core.adaptive.posterior.PosteriorView;
import org.aepsych.core.adaptive.posterior.PosteriorView.Axis;
import org.aepsych.core.adaptive.posterior.PosteriorView.Belief;
import org.aepsych.core.adaptive.posterior.PosteriorView.Point;
import org.aepsych.core.adaptive.posterior.PosteriorView.Scale;
import org.aepsych.web.chart.Canvas;
import org.aepsych.web.chart.Plot;
import org.aepsych.web.chart.Surface;

/**
 * A belief over two parameters: a map of what is expected, with the contour of the threshold and those between which it
 * lies, and a map of how uncertain that is; on both the trials.
 */
final class BeliefMaps {
    private static final int COLOURS = 10;
    private static final double YES = 0.5;
    private static final double DOT = 4;
    private static final int MOST_ARROWS = 40;
    private static final int TABLE = 7;

    private final PosteriorView view;
    private final Axis across;
    private final Axis up;

    BeliefMaps(PosteriorView view) {
        this.view = view;
        across = view.axes().get(0);
        up = view.axes().get(1);
    }

    List<Plot> plots() {
        return view.beliefs().isEmpty() ? List.of(trialsOnly()) : List.of(expected(), uncertainty());
    }

    private Plot expected() {
        Canvas canvas = canvas();
        Surface surface = surface(Belief::expected);
        fill(canvas, surface, view.scale() == Scale.PROBABILITY ? Canvas.Range.SHARES : range(surface, false), "heat-");
        view.target().ifPresent(target -> {
            canvas.contour(surface(Belief::lower), target, "contour-limit")
                    .contour(surface(Belief::upper), target, "contour-limit")
                    .contour(surface, target, "contour");
            canvas.key("contour", "line", "threshold at " + PosteriorCharts.target(view))
                    .key("contour-limit", "line", PosteriorCharts.percent(view.credibility()) + " limits");
        });
        drawTrials(canvas, true);
        String meaning = PosteriorCharts.meaning(view);
        return canvas.plot(
                Character.toUpperCase(meaning.charAt(0)) + meaning.substring(1),
                description(meaning, surface),
                across.name(),
                up.name(),
                table(Belief::expected));
    }

    /** Before there is a model, the plane with the trials. */
    private Plot trialsOnly() {
        Canvas canvas = canvas();
        drawTrials(canvas, true);
        return canvas.plot(
                "Trials",
                view.trials().size() + " trials over " + across.name() + " and " + up.name(),
                across.name(),
                up.name(),
                new Plot.Table(List.of(), List.of()));
    }

    private Plot uncertainty() {
        Canvas canvas = canvas();
        Surface surface = surface(Belief::deviation);
        fill(canvas, surface, range(surface, true), "doubt-");
        drawTrials(canvas, false);
        return canvas.plot(
                "Uncertainty",
                description("posterior standard deviation of the " + PosteriorCharts.meaning(view), surface),
                across.name(),
                up.name(),
                table(Belief::deviation));
    }

    private Canvas canvas() {
        return Canvas.map(range(across), range(up));
    }

    private static Canvas.Range range(Axis axis) {
        return new Canvas.Range(
                axis.values().get(0), axis.values().get(axis.values().size() - 1), axis.logarithmic());
    }

    private static double lowest(Surface surface) {
        return surface.heights().stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }

    private static Canvas.Range range(Surface surface, boolean fromZero) {
        double lower = lowest(surface);
        double upper = surface.heights().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        return new Canvas.Range(fromZero ? Math.min(0, lower) : lower, upper);
    }

    private Surface surface(ToDoubleFunction<Belief> height) {
        return new Surface(
                across.values(),
                up.values(),
                view.beliefs().stream()
                        .map(belief -> height.applyAsDouble(belief))
                        .toList());
    }

    private static void fill(Canvas canvas, Surface surface, Canvas.Range range, String style) {
        canvas.region(surface, Math.min(range.lower(), lowest(surface)), style + 0);
        for (int i = 1; i < COLOURS; i++) {
            canvas.region(surface, range.lower() + (range.upper() - range.lower()) * i / COLOURS, style + i);
        }
        canvas.bar(IntStream.range(0, COLOURS).mapToObj(i -> style + i).toList(), range);
    }

    /** Trials at the same place with the same outcome are one dot, whose area is their number. */
    private record Same(List<Double> place, boolean yes, boolean near) {}

    private void drawTrials(Canvas canvas, boolean legend) {
        if (view.trials().isEmpty()) {
            return;
        }
        if (view.trials().get(0).places().size() == 2) {
            drawPairs(canvas, legend);
            return;
        }
        boolean binary = view.scale() == Scale.PROBABILITY || view.scale() == Scale.LATENT;
        Map<Same, List<Point>> gathered = new LinkedHashMap<>();
        for (Point trial : view.trials()) {
            boolean yes = !binary || trial.outcome() >= YES;
            gathered.computeIfAbsent(new Same(trial.places().get(0), yes, trial.near()), same -> new ArrayList<>())
                    .add(trial);
        }
        gathered.forEach((same, trials) -> canvas.dot(
                same.place().get(0),
                same.place().get(1),
                Math.min(2 * DOT, DOT * Math.sqrt(trials.size())),
                (same.yes() ? "trial-yes" : "trial-no") + (same.near() ? "" : " trial-far"),
                label(trials, binary)));
        if (legend && binary) {
            canvas.key("trial-yes", "dot", "yes").key("trial-no", "dot", "no");
        } else if (legend) {
            canvas.key("trial-yes", "dot", "trials");
        }
        if (legend
                && view.trials().stream().anyMatch(trial -> !trial.near())
                && !view.beliefs().isEmpty()) {
            canvas.key("trial-yes trial-far", "dot", "trials elsewhere in the other parameters");
        }
    }

    private String label(List<Point> trials, boolean binary) {
        Point first = trials.get(0);
        String what = binary ? first.outcome() >= YES ? "yes" : "no" : PosteriorCharts.shown(first.outcome());
        String which = trials.size() == 1 ? "trial " + first.number() : trials.size() + " trials";
        return which + " at " + place(first.places().get(0)) + ": " + what;
    }

    private String place(List<Double> place) {
        return across.name() + " " + PosteriorCharts.shown(place.get(0)) + ", " + up.name() + " "
                + PosteriorCharts.shown(place.get(1));
    }

    /** Arrows go from what was not preferred to what was; the last ones only, for they would hide the map. */
    private void drawPairs(Canvas canvas, boolean legend) {
        List<Point> trials = view.trials();
        for (Point trial : trials.subList(Math.max(0, trials.size() - MOST_ARROWS), trials.size())) {
            boolean second = trial.outcome() >= YES;
            List<Double> preferred = trial.places().get(second ? 1 : 0);
            List<Double> other = trial.places().get(second ? 0 : 1);
            if (legend) {
                canvas.arrow(other.get(0), other.get(1), preferred.get(0), preferred.get(1), "pair");
            }
            canvas.dot(
                    preferred.get(0),
                    preferred.get(1),
                    DOT,
                    "trial-yes" + (trial.near() ? "" : " trial-far"),
                    "trial " + trial.number() + ": preferred " + place(preferred) + " to " + place(other));
        }
        if (legend) {
            canvas.key("pair", "line", "from the other to the preferred").key("trial-yes", "dot", "preferred");
        }
    }

    private String description(String meaning, Surface surface) {
        Canvas.Range range = range(surface, false);
        return meaning + " over " + across.name() + " and " + up.name() + ", from "
                + PosteriorCharts.shown(range.lower()) + " to " + PosteriorCharts.shown(range.upper()) + ", after "
                + view.observations() + " observations" + PosteriorCharts.held(view);
    }

    /** Every few places; the headings say which row is which value of the second parameter. */
    private Plot.Table table(ToDoubleFunction<Belief> height) {
        int[] columns = places(across.values().size());
        int[] rows = places(up.values().size());
        List<String> headings = new ArrayList<>(List.of(up.name() + " \\ " + across.name()));
        for (int column : columns) {
            headings.add(PosteriorCharts.shown(across.values().get(column)));
        }
        List<List<String>> cells = new ArrayList<>();
        for (int i = rows.length - 1; i >= 0; i--) {
            List<String> row =
                    new ArrayList<>(List.of(PosteriorCharts.shown(up.values().get(rows[i]))));
            for (int column : columns) {
                row.add(PosteriorCharts.shown(height.applyAsDouble(
                        view.beliefs().get(column * up.values().size() + rows[i]))));
            }
            cells.add(row);
        }
        return new Plot.Table(headings, cells);
    }

    private static int[] places(int size) {
        int count = Math.min(TABLE, size);
        return IntStream.range(0, count)
                .map(i -> count == 1 ? 0 : i * (size - 1) / (count - 1))
                .toArray();
    }
}
