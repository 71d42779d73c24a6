package org.aepsych.core.adaptive.simulation.curve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.aepsych.core.adaptive.simulation.curve.Curve.Point;

/** Learning curves as a drawing: measured ones with a band of two standard errors, published ones dashed. */
public final class CurvePlot {
    private static final int WIDTH = 820;
    private static final int PANEL = 420;
    private static final int LEFT = 70;
    private static final int RIGHT = 600;
    private static final int TOP = 50;
    private static final int BOTTOM = 360;
    private static final int TICKS = 5;

    /** Colours that people with every kind of colour vision tell apart (M. Okabe and K. Ito, 2008). */
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#a08000");

    private CurvePlot() {}

    /**
     * One set of axes.
     *
     * @param title above
     * @param curves measured and published ones
     */
    public record Panel(String title, List<Curve> curves) {
        /** Copies the list. */
        public Panel {
            curves = List.copyOf(curves);
        }
    }

    /**
     * Draws panels below each other.
     *
     * @param panels what is drawn
     * @return an SVG file
     */
    public static String svg(List<Panel> panels) {
        StringBuilder out = new StringBuilder();
        int height = PANEL * panels.size();
        out.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" "
                        + "font-family=\"sans-serif\" font-size=\"13\">%n<rect width=\"100%%\" height=\"100%%\" "
                        + "fill=\"white\"/>%n",
                WIDTH,
                height,
                WIDTH,
                height));
        for (int i = 0; i < panels.size(); i++) {
            out.append("<g transform=\"translate(0 ").append(PANEL * i).append(")\">\n");
            new Axes(panels.get(i), out).draw();
            out.append("</g>\n");
        }
        return out.append("</svg>\n").toString();
    }

    private static final class Axes {
        private final Panel panel;
        private final StringBuilder out;
        private final double most;
        private final double highest;

        Axes(Panel panel, StringBuilder out) {
            this.panel = panel;
            this.out = out;
            List<Curve> measured =
                    panel.curves.stream().filter(curve -> !curve.published()).toList();
            most = measured.stream()
                    .flatMap(curve -> curve.points().stream())
                    .mapToInt(Point::trials)
                    .max()
                    .orElse(1);
            highest = measured.stream()
                    .flatMap(curve -> curve.points().stream())
                    .mapToDouble(point -> point.mean() + (Double.isNaN(point.error()) ? 0 : 2 * point.error()))
                    .max()
                    .orElse(1);
        }

        void draw() {
            text(LEFT, 28, "start", "font-weight=\"bold\"", panel.title);
            for (int i = 0; i <= TICKS; i++) {
                double trials = most * i / TICKS;
                double value = highest * i / TICKS;
                line(x(trials), BOTTOM, x(trials), BOTTOM + 5, "#444");
                text(x(trials), BOTTOM + 20, "middle", "", String.format(Locale.ROOT, "%.0f", trials));
                line(LEFT, y(value), RIGHT, y(value), "#ddd");
                text(LEFT - 8, y(value) + 4, "end", "", String.format(Locale.ROOT, "%.3g", value));
            }
            line(LEFT, BOTTOM, RIGHT, BOTTOM, "#444");
            text((LEFT + RIGHT) / 2.0, BOTTOM + 42, "middle", "", "trials");
            List<String> strategies =
                    panel.curves.stream().map(Curve::strategy).distinct().toList();
            for (Curve curve : panel.curves) {
                draw(curve, COLOURS.get(strategies.indexOf(curve.strategy()) % COLOURS.size()));
            }
            double row = TOP + 6;
            for (Curve curve : panel.curves) {
                String colour = COLOURS.get(strategies.indexOf(curve.strategy()) % COLOURS.size());
                polyline(List.of(new double[] {RIGHT + 14, row}, new double[] {RIGHT + 40, row}), colour, curve);
                text(RIGHT + 46, row + 4, "start", "", curve.strategy() + (curve.published() ? ", published" : ""));
                row += 20;
            }
        }

        private void draw(Curve curve, String colour) {
            List<Point> points =
                    curve.points().stream().filter(p -> p.trials() <= most).toList();
            if (points.stream().noneMatch(point -> Double.isNaN(point.error()))) {
                List<double[]> band = new ArrayList<>();
                points.forEach(p -> band.add(new double[] {x(p.trials()), y(p.mean() + 2 * p.error())}));
                for (int i = points.size() - 1; i >= 0; i--) {
                    Point p = points.get(i);
                    band.add(new double[] {x(p.trials()), y(p.mean() - 2 * p.error())});
                }
                out.append(String.format(
                        "<polygon points=\"%s\" fill=\"%s\" opacity=\"0.15\"/>%n", coordinates(band), colour));
            }
            polyline(
                    points.stream()
                            .map(p -> new double[] {x(p.trials()), y(p.mean())})
                            .toList(),
                    colour,
                    curve);
        }

        private void polyline(List<double[]> points, String colour, Curve curve) {
            String dashes = curve.published() ? " stroke-dasharray=\"5 4\"" : "";
            out.append(String.format(
                    "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s/>%n",
                    coordinates(points), colour, dashes));
        }

        private static String coordinates(List<double[]> points) {
            return points.stream()
                    .map(p -> String.format(Locale.ROOT, "%.1f,%.1f", p[0], p[1]))
                    .collect(Collectors.joining(" "));
        }

        private double x(double trials) {
            return LEFT + (RIGHT - LEFT) * trials / most;
        }

        /** What published curves have above the measured ones is drawn at the upper edge. */
        private double y(double value) {
            double share = highest > 0 ? Math.max(0, Math.min(1, value / highest)) : 0;
            return BOTTOM - (BOTTOM - TOP) * share;
        }

        private void line(double fromX, double fromY, double toX, double toY, String colour) {
            out.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>%n",
                    fromX,
                    fromY,
                    toX,
                    toY,
                    colour));
        }

        private void text(double x, double y, String anchor, String more, String words) {
            String escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
            out.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"#222\" %s>%s</text>%n",
                    x,
                    y,
                    anchor,
                    more,
                    escaped));
        }
    }
}
