package org.aepsych.core.adaptive.simulation.curve;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.aepsych.core.adaptive.simulation.curve.Curve.Point;
import org.aepsych.core.adaptive.simulation.study.Metric;

/** Learning curves as a table for people. */
public final class CurveTable {
    private CurveTable() {}

    /**
     * Writes curves of one problem, each followed by the published one of the same strategy.
     *
     * @param metric what they show
     * @param curves of the problem
     * @param published of the problem
     * @return lines
     */
    public static String text(Metric metric, List<Curve> curves, List<Curve> published) {
        SortedSet<Integer> trials = new TreeSet<>();
        curves.forEach(curve -> curve.points().forEach(point -> trials.add(point.trials())));
        StringBuilder out = new StringBuilder(metric.title()).append('\n');
        out.append(cell("trials", 34));
        trials.forEach(n -> out.append(cell(n.toString(), 16)));
        out.append('\n');
        for (Curve curve : curves) {
            row(out, curve.strategy(), curve, trials);
            published.stream()
                    .filter(other -> other.strategy().equals(curve.strategy()))
                    .forEach(other -> row(out, "  published", other, trials));
        }
        published.stream()
                .filter(other ->
                        curves.stream().noneMatch(curve -> curve.strategy().equals(other.strategy())))
                .forEach(other -> row(out, other.strategy() + ", published", other, trials));
        return out.toString();
    }

    private static void row(StringBuilder out, String name, Curve curve, SortedSet<Integer> trials) {
        out.append(cell(name, 34));
        for (int n : trials) {
            Optional<Point> point =
                    curve.points().stream().filter(p -> p.trials() == n).findFirst();
            out.append(cell(point.map(CurveTable::number).orElse("–"), 16));
        }
        out.append('\n');
    }

    private static String number(Point point) {
        String mean = significant(point.mean());
        return Double.isNaN(point.error()) ? mean : mean + " ±" + significant(point.error());
    }

    private static String significant(double value) {
        return String.format(
                Locale.ROOT, Math.abs(value) >= 10 ? "%.1f" : Math.abs(value) >= 1 ? "%.2f" : "%.4f", value);
    }

    private static String cell(String text, int width) {
        return String.format(Locale.ROOT, "%-" + width + "s", text);
    }
}
