package org.aepsych.web.admin;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aepsych.core.adaptive.AdaptiveView;
import org.aepsych.core.adaptive.AdaptiveView.Axis;
import org.aepsych.core.adaptive.AdaptiveView.Dimension;
import org.aepsych.core.adaptive.AdaptiveView.PredictionGrid;

/**
 * Draws a session over its one or two free parameters: outcomes and the predicted probability of a yes against one, or
 * trials in the plane of two over a map of that probability.
 */
final class TrialChart {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    private static final double LEFT = 56;
    private static final double RIGHT = 624;
    private static final double TOP = 16;
    private static final double BOTTOM = 348;
    private static final int MARKS = 5;
    private static final double YES = 0.5;
    private static final double STRONGEST_TILE = 0.75;
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

    private final AdaptiveView view;
    private final List<Dimension> axes;

    private TrialChart(AdaptiveView view, List<Dimension> axes) {
        this.view = view;
        this.axes = axes;
    }

    /** Draws a session; empty if it has not one or two parameters that are numbers and vary. */
    static Optional<Chart> of(AdaptiveView view) {
        List<Dimension> free = view.parameters().stream()
                .filter(parameter -> !parameter.kind().equals("fixed"))
                .toList();
        boolean numbers = free.stream().allMatch(axis -> axis.choices().isEmpty() && axis.upper() > axis.lower());
        return numbers && (free.size() == 1 || free.size() == 2)
                ? Optional.of(new TrialChart(view, free).chart())
                : Optional.empty();
    }

    private Chart chart() {
        boolean plane = axes.size() == 2;
        String vertical = plane ? axes.get(1).name() : "outcome, and probability of a yes";
        return new Chart(
                view.trials().size() + " trials over "
                        + axes.stream().map(Dimension::name).collect(Collectors.joining(" and "))
                        + (view.prediction().isPresent() ? ", with the model's prediction" : ""),
                WIDTH,
                HEIGHT,
                LEFT,
                RIGHT,
                TOP,
                BOTTOM,
                marks(axes.get(0).lower(), axes.get(0).upper(), true),
                plane ? marks(axes.get(1).lower(), axes.get(1).upper(), false) : marks(0, 1, false),
                axes.get(0).name(),
                vertical,
                view.prediction()
                        .filter(grid -> grid.axes().size() == 1)
                        .map(this::curve)
                        .orElse(""),
                view.prediction()
                        .filter(grid -> grid.axes().size() == 2)
                        .map(this::tiles)
                        .orElse(List.of()),
                dots(plane));
    }

    private String curve(PredictionGrid grid) {
        Axis axis = grid.axes().get(0);
        return IntStream.range(0, axis.values().size())
                .mapToObj(i -> rounded(x(axis.values().get(i))) + ","
                        + rounded(along(grid.probabilities().get(i), 0, 1, false)))
                .collect(Collectors.joining(" "));
    }

    private List<Chart.Tile> tiles(PredictionGrid grid) {
        int columns = grid.axes().get(0).values().size();
        int rows = grid.axes().get(1).values().size();
        double width = (RIGHT - LEFT) / columns;
        double height = (BOTTOM - TOP) / rows;
        List<Chart.Tile> tiles = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < rows; row++) {
                double probability = grid.probabilities().get(column * rows + row);
                tiles.add(new Chart.Tile(
                        rounded(LEFT + column * width),
                        rounded(BOTTOM - (row + 1) * height),
                        rounded(width),
                        rounded(height),
                        rounded(STRONGEST_TILE * Math.max(0, Math.min(1, probability)))));
            }
        }
        return tiles;
    }

    private List<Chart.Dot> dots(boolean plane) {
        List<Chart.Dot> dots = new ArrayList<>();
        for (AdaptiveView.Shown trial : view.trials()) {
            OptionalDouble first = value(trial, axes.get(0));
            double outcome =
                    trial.outcomes().isEmpty() ? 0 : trial.outcomes().get(0).value();
            OptionalDouble second = plane ? value(trial, axes.get(1)) : OptionalDouble.of(outcome);
            if (first.isPresent() && second.isPresent()) {
                double y = plane
                        ? along(
                                second.getAsDouble(),
                                axes.get(1).lower(),
                                axes.get(1).upper(),
                                false)
                        : along(second.getAsDouble(), 0, 1, false);
                dots.add(new Chart.Dot(
                        rounded(x(first.getAsDouble())), rounded(y), outcome >= YES, label(trial, outcome)));
            }
        }
        return dots;
    }

    private static String label(AdaptiveView.Shown trial, double outcome) {
        return trial.parameters().stream().map(p -> p.name() + " " + p.value()).collect(Collectors.joining(", "))
                + ": outcome " + shown(outcome);
    }

    private static OptionalDouble value(AdaptiveView.Shown trial, Dimension axis) {
        return trial.parameters().stream()
                .filter(parameter -> parameter.name().equals(axis.name()))
                .mapToDouble(parameter -> number(parameter.value()))
                .filter(Double::isFinite)
                .findFirst();
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private double x(double value) {
        return along(value, axes.get(0).lower(), axes.get(0).upper(), true);
    }

    private static double along(double value, double lower, double upper, boolean horizontal) {
        double share = Math.max(0, Math.min(1, (value - lower) / (upper - lower)));
        return horizontal ? LEFT + share * (RIGHT - LEFT) : BOTTOM - share * (BOTTOM - TOP);
    }

    private static List<Chart.Mark> marks(double lower, double upper, boolean horizontal) {
        return IntStream.range(0, MARKS)
                .mapToObj(i -> lower + (upper - lower) * i / (MARKS - 1))
                .map(value -> new Chart.Mark(rounded(along(value, lower, upper, horizontal)), shown(value)))
                .toList();
    }

    private static String shown(double value) {
        return BigDecimal.valueOf(value)
                .round(THREE_DIGITS)
                .stripTrailingZeros()
                .toPlainString()
                .replace('-', '\u2212');
    }

    private static double rounded(double value) {
        return Math.rint(value * 100) / 100;
    }
}
