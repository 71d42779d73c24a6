package org.aepsych.web.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.aepsych.core.config.ExperimentFile;
import org.jspecify.annotations.Nullable;

/** What a lab wants to know before it begins: how well a threshold is known after so many trials. */
public final class SessionPlan {
    /** Shares of the intensity's range within which the threshold may be wanted. */
    private static final double[] SHARES = {0.1, 0.05, 0.025};

    private static final String JUDGE = "simulated judge";

    private SessionPlan() {}

    /**
     * Makes a study of an experiment.
     *
     * @param name of the experiment
     * @param file the experiment
     * @param observer who answers
     * @param target the response probability whose threshold is sought
     * @return sessions that end where the experiment does
     */
    public static Study study(String name, ExperimentFile file, SimulatedObserver observer, double target) {
        return new Study(
                name,
                "experiment",
                file,
                judge(file, target),
                observer,
                target,
                OptionalInt.of(observer.intensity()),
                true);
    }

    /** Returns the experiment with one step that has a model. */
    private static ExperimentFile judge(ExperimentFile file, double target) {
        Map<String, Map<String, @Nullable Object>> sections = new LinkedHashMap<>();
        file.flattened().forEach((section, options) -> {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            options.forEach((key, value) -> copy.put(key, value.orElse(null)));
            sections.put(section, copy);
        });
        Map<String, @Nullable Object> common =
                sections.computeIfAbsent(ExperimentFile.COMMON, key -> new LinkedHashMap<>());
        common.put("strategy_names", List.of(JUDGE));
        common.put("target", target);
        Map<String, @Nullable Object> step = new LinkedHashMap<>();
        step.put("generator", "OptimizeAcqfGenerator");
        step.put("model", "GPClassificationModel");
        step.put("min_asks", Competitor.ALWAYS);
        sections.put(JUDGE, step);
        return ExperimentFile.ofDict(sections);
    }

    /**
     * Returns after how many trials to measure.
     *
     * @param most trials that a session may have
     * @return every fifth up to 50, every tenth up to 100, every twenty-fifth up to 300, every hundredth beyond, and the last
     */
    public static SortedSet<Integer> checkpoints(int most) {
        SortedSet<Integer> checkpoints = new TreeSet<>();
        checkpoints.add(most);
        for (int trials = 5; trials < most; trials += trials < 50 ? 5 : trials < 100 ? 10 : trials < 300 ? 25 : 100) {
            checkpoints.add(trials);
        }
        return checkpoints;
    }

    /**
     * Says how well the threshold is known.
     *
     * @param sessions of one study
     * @param observer who answered
     * @param target the response probability whose threshold was sought
     * @return lines for people
     */
    public static String text(List<Replicate> sessions, SimulatedObserver observer, double target) {
        int shortest = sessions.stream().mapToInt(SessionPlan::length).min().orElse(0);
        StringBuilder out = new StringBuilder();
        out.append(String.format(
                Locale.ROOT,
                "%d sessions of %s trials; sought: the %s at which the probability of 1 is %s%n%n%6s  %-24s%-24s%s%n",
                sessions.size(),
                lengths(sessions),
                observer.space().names().get(observer.intensity()),
                target,
                "trials",
                "threshold error",
                "probability error",
                "wrong about a place"));
        List<Curve.Point> thresholds = points(sessions, Metric.THRESHOLD_ERROR, shortest);
        List<Curve.Point> probabilities = points(sessions, Metric.RMSE, shortest);
        List<Curve.Point> places = points(sessions, Metric.MISCLASSIFICATION, shortest);
        for (Curve.Point place : places) {
            out.append(String.format(
                    Locale.ROOT,
                    "%6d  %-24s%-24s%s%n",
                    place.trials(),
                    cell(thresholds, place.trials()),
                    cell(probabilities, place.trials()),
                    cell(places, place.trials())));
        }
        out.append(String.format("%nTrials until the threshold is known, on average, within%n"));
        for (double share : SHARES) {
            double within = share * observer.range();
            out.append(String.format(
                    Locale.ROOT,
                    "%10.3g (%.1f %% of the range): %s%n",
                    within,
                    100 * share,
                    first(thresholds, within, shortest)));
        }
        return out.toString();
    }

    private static int length(Replicate session) {
        List<Measurement> all = session.measurements();
        return all.get(all.size() - 1).trials();
    }

    private static String lengths(List<Replicate> sessions) {
        int least = sessions.stream().mapToInt(SessionPlan::length).min().orElse(0);
        int most = sessions.stream().mapToInt(SessionPlan::length).max().orElse(0);
        return least == most ? String.valueOf(least) : least + " to " + most;
    }

    /** Returns the curve as far as all sessions go. */
    private static List<Curve.Point> points(List<Replicate> sessions, Metric metric, int shortest) {
        return Curve.of(sessions, metric).stream()
                .flatMap(curve -> curve.points().stream())
                .filter(point -> point.trials() <= shortest)
                .toList();
    }

    private static String cell(List<Curve.Point> points, int trials) {
        return points.stream()
                .filter(point -> point.trials() == trials)
                .findFirst()
                .map(point -> Double.isNaN(point.error())
                        ? String.format(Locale.ROOT, "%.3g", point.mean())
                        : String.format(Locale.ROOT, "%.3g ± %.2g", point.mean(), point.error()))
                .orElse("–");
    }

    private static String first(List<Curve.Point> points, double within, int shortest) {
        if (points.isEmpty()) {
            return "there is no threshold";
        }
        // What is reached once and lost again is not known yet.
        int last = IntStream.range(0, points.size())
                .filter(i -> points.get(i).mean() > within)
                .max()
                .orElse(-1);
        return last + 1 < points.size() ? String.valueOf(points.get(last + 1).trials()) : "not within " + shortest;
    }
}
