package org.aepsych.core.adaptive.simulation.curve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.core.adaptive.simulation.observer.Ranges;
import org.aepsych.core.adaptive.simulation.study.Measurement;
import org.aepsych.core.adaptive.simulation.study.Metric;
import org.aepsych.core.adaptive.simulation.study.Question;
import org.aepsych.core.adaptive.simulation.study.Question.Goal;
import org.aepsych.core.adaptive.simulation.study.Replicate;

/** Says how well a question about one outcome is answered after so many trials. */
final class AnswerReport {
    /** Shares of a range within which something may be wanted. */
    private static final double[] SHARES = {0.1, 0.05, 0.025};

    private static final double[] WRONG = {0.2, 0.1, 0.05};

    private final List<Replicate> sessions;
    private final int outcome;
    private final Question question;
    private final ParameterSpace space;
    private final int shortest;

    AnswerReport(List<Replicate> sessions, int outcome, ParameterSpace space) {
        this.sessions = sessions;
        this.outcome = outcome;
        this.space = space;
        question = sessions.get(0).study().questions().get(outcome);
        shortest = sessions.stream().mapToInt(AnswerReport::length).min().orElse(0);
    }

    static int length(Replicate session) {
        List<Measurement> all = session.measurements();
        return all.get(all.size() - 1).trials();
    }

    /** What is drawn. */
    static List<Metric> leading(Question question) {
        List<Metric> metrics = new ArrayList<>();
        for (Goal goal : Goal.values()) {
            if (question.goals().contains(goal)) {
                metrics.add(
                        switch (goal) {
                            case THRESHOLD ->
                                question.intensity().isPresent() ? Metric.THRESHOLD_ERROR : Metric.MISCLASSIFICATION;
                            case OUTCOME -> Metric.OUTCOME_ERROR;
                            case ORDER -> Metric.MISORDERED;
                            case BEST -> Metric.SHORTFALL;
                        });
            }
        }
        return metrics;
    }

    /**
     * A column of the table.
     *
     * @param title above it
     * @param points of the curve, as far as all sessions go
     */
    private record Column(String title, List<Curve.Point> points) {}

    String text() {
        List<Column> columns = columns();
        StringBuilder out = new StringBuilder("sought: ").append(sought()).append(String.format("%n%n%6s  ", "trials"));
        row(out, columns.stream().map(Column::title).toList());
        points(Metric.ASK_MILLIS).forEach(point -> {
            out.append(String.format(Locale.ROOT, "%6d  ", point.trials()));
            row(
                    out,
                    columns.stream()
                            .map(column -> cell(column.points, point.trials()))
                            .toList());
        });
        goals(out);
        return out.toString();
    }

    private static void row(StringBuilder out, List<String> cells) {
        for (int i = 0; i < cells.size() - 1; i++) {
            out.append(String.format("%-24s", cells.get(i)));
        }
        out.append(String.format("%s%n", cells.get(cells.size() - 1)));
    }

    private String sought() {
        List<String> things = new ArrayList<>();
        String mean = question.type() == OutcomeType.BINARY ? "the probability of 1" : "the mean outcome";
        if (question.goals().contains(Goal.THRESHOLD)) {
            String where = question.intensity().isPresent()
                    ? "the " + space.names().get(question.intensity().getAsInt()) + " at which "
                    : "where ";
            things.add(where + mean + " is " + question.target().orElseThrow());
        }
        if (question.goals().contains(Goal.OUTCOME)) {
            things.add(mean + " of every stimulus");
        }
        if (question.goals().contains(Goal.ORDER)) {
            things.add("which of two stimuli is preferred");
        }
        if (question.goals().contains(Goal.BEST)) {
            things.add("the best stimulus");
        }
        return String.join("; ", things);
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        if (question.goals().contains(Goal.THRESHOLD)) {
            column(columns, "threshold error", Metric.THRESHOLD_ERROR);
        }
        if (question.goals().contains(Goal.ORDER)) {
            column(columns, "wrong about an order", Metric.MISORDERED);
        }
        if (question.goals().contains(Goal.OUTCOME)) {
            column(columns, "outcome error", Metric.OUTCOME_ERROR);
            column(columns, "as share of its range", Metric.RELATIVE_ERROR);
        }
        if (question.type() == OutcomeType.BINARY) {
            column(columns, "probability error", Metric.RMSE);
        }
        if (question.goals().contains(Goal.THRESHOLD)) {
            column(columns, "wrong about a place", Metric.MISCLASSIFICATION);
        }
        if (question.goals().contains(Goal.BEST)) {
            column(columns, "the best falls short by", Metric.SHORTFALL);
        }
        return columns;
    }

    private void column(List<Column> columns, String title, Metric metric) {
        columns.add(new Column(title, points(metric)));
    }

    private void goals(StringBuilder out) {
        if (question.goals().contains(Goal.THRESHOLD)) {
            threshold(out);
        }
        if (question.goals().contains(Goal.OUTCOME)) {
            title(out, "Trials until mean outcomes are known, on average, within");
            for (double share : SHARES) {
                line(out, percent(share) + " of their range", Metric.RELATIVE_ERROR, share);
            }
        }
        if (question.goals().contains(Goal.ORDER)) {
            title(out, "Trials until two stimuli are put into the wrong order, on average, in at most");
            for (double share : WRONG) {
                line(out, percent(share) + " of all pairs", Metric.MISORDERED, share);
            }
        }
        if (question.goals().contains(Goal.BEST)) {
            title(out, "Trials until the stimulus that seems best falls short of the best, on average, by at most");
            for (double share : SHARES) {
                line(out, percent(share) + " of the range", Metric.SHORTFALL, share);
            }
        }
    }

    private void threshold(StringBuilder out) {
        if (question.intensity().isEmpty()) {
            title(out, "Trials until one is wrong about a place, on average, in at most");
            for (double share : WRONG) {
                line(out, percent(share) + " of all places", Metric.MISCLASSIFICATION, share);
            }
            return;
        }
        double range = new Ranges(space).width(question.intensity().getAsInt());
        title(out, "Trials until the threshold is known, on average, within");
        for (double share : SHARES) {
            String within = String.format(Locale.ROOT, "%10.3g (%.1f %% of the range)", share * range, 100 * share);
            line(out, within, Metric.THRESHOLD_ERROR, share * range);
        }
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%10.1f %%", 100 * share);
    }

    private static void title(StringBuilder out, String title) {
        out.append(String.format("%n%s%n", title));
    }

    private void line(StringBuilder out, String within, Metric metric, double bound) {
        out.append(String.format("%s: %s%n", within, first(points(metric), metric, bound)));
    }

    /** Returns the curve as far as all sessions go. */
    private List<Curve.Point> points(Metric metric) {
        return Curve.of(sessions, outcome, metric).stream()
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

    private String first(List<Curve.Point> points, Metric metric, double within) {
        if (points.isEmpty()) {
            return metric == Metric.THRESHOLD_ERROR ? "there is no threshold" : "there is nothing to know";
        }
        // What is reached once and lost again is not known yet.
        int last = IntStream.range(0, points.size())
                .filter(i -> points.get(i).mean() > within)
                .max()
                .orElse(-1);
        return last + 1 < points.size() ? String.valueOf(points.get(last + 1).trials()) : "not within " + shortest;
    }
}
