package org.aepsych.core.adaptive.simulation.curve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aepsych.core.adaptive.simulation.study.Measurement;
import org.aepsych.core.adaptive.simulation.study.Metric;
import org.aepsych.core.adaptive.simulation.study.Replicate;
import org.aepsych.core.adaptive.simulation.study.Study;

/**
 * A learning curve.
 *
 * @param problem what is to be found out
 * @param strategy what chose the stimuli
 * @param published whether it is somebody else's
 * @param points value after so many trials, in their order
 */
public record Curve(String problem, String strategy, boolean published, List<Point> points) {
    /** Copies the list. */
    public Curve {
        points = List.copyOf(points);
    }

    /**
     * A point of a curve.
     *
     * @param trials how many
     * @param mean over the sessions
     * @param error standard error of the mean; not a number if it is unknown
     */
    public record Point(int trials, double mean, double error) {}

    /**
     * Averages sessions of studies with one outcome.
     *
     * @param sessions of any studies
     * @param metric what the curves show
     * @return a curve for each study of which the metric has values
     */
    public static List<Curve> of(List<Replicate> sessions, Metric metric) {
        return of(sessions, 0, metric);
    }

    /**
     * Averages sessions.
     *
     * @param sessions of any studies
     * @param outcome 0-based
     * @param metric what the curves show
     * @return a curve for each study of which the metric has values
     */
    public static List<Curve> of(List<Replicate> sessions, int outcome, Metric metric) {
        Map<Study, Map<Integer, List<Double>>> values = new LinkedHashMap<>();
        for (Replicate session : sessions) {
            Map<Integer, List<Double>> own = values.computeIfAbsent(session.study(), study -> new TreeMap<>());
            for (Measurement measurement : session.measurements()) {
                double value = metric.of(measurement);
                if (measurement.outcome() == outcome && !Double.isNaN(value)) {
                    own.computeIfAbsent(measurement.trials(), trials -> new ArrayList<>())
                            .add(value);
                }
            }
        }
        List<Curve> curves = new ArrayList<>();
        values.forEach((study, own) -> {
            if (!own.isEmpty()) {
                curves.add(new Curve(
                        study.problem(),
                        study.strategy(),
                        false,
                        own.entrySet().stream()
                                .map(entry -> point(entry.getKey(), entry.getValue()))
                                .toList()));
            }
        });
        return curves;
    }

    private static Point point(int trials, List<Double> values) {
        int n = values.size();
        double mean = values.stream().mapToDouble(Double::doubleValue).sum() / n;
        double square = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return new Point(trials, mean, n > 1 ? Math.sqrt(square / (n - 1) / n) : Double.NaN);
    }
}
