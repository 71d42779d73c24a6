package org.aepsych.web.posterior;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.aepsych.core.adaptive.posterior.PosteriorView.Axis;
import org.aepsych.core.adaptive.posterior.PosteriorView.Point;

/** Trials along a line, gathered where they are many: at each value if there are few values, else in equal parts. */
final class TrialGroups {
    private static final int MOST_VALUES = 12;
    private static final int PARTS = 12;

    private TrialGroups() {}

    /**
     * Some trials at about the same place.
     *
     * @param lower least value
     * @param upper greatest value
     * @param at mean value
     * @param count how many
     * @param mean mean outcome
     */
    record Group(double lower, double upper, double at, int count, double mean) {}

    static List<Group> of(Axis axis, List<Point> trials) {
        long distinct = values(trials).distinct().count();
        Map<Double, List<Point>> gathered = new LinkedHashMap<>();
        for (Point trial : trials) {
            double value = value(trial);
            double key = distinct <= MOST_VALUES ? value : part(axis, value);
            gathered.computeIfAbsent(key, part -> new ArrayList<>()).add(trial);
        }
        return gathered.values().stream()
                .map(TrialGroups::group)
                .sorted(Comparator.comparingDouble(Group::at))
                .toList();
    }

    private static Group group(List<Point> trials) {
        return new Group(
                values(trials).min().orElse(0),
                values(trials).max().orElse(0),
                values(trials).average().orElse(0),
                trials.size(),
                trials.stream().mapToDouble(Point::outcome).average().orElse(0));
    }

    private static DoubleStream values(List<Point> trials) {
        return trials.stream().mapToDouble(TrialGroups::value);
    }

    static double value(Point trial) {
        return trial.places().get(0).get(0);
    }

    private static double part(Axis axis, double value) {
        double lower = axis.values().get(0);
        double upper = axis.values().get(axis.values().size() - 1);
        double share = axis.logarithmic()
                ? Math.log(Math.max(value, lower) / lower) / Math.log(upper / lower)
                : (value - lower) / (upper - lower);
        return Math.floor(Math.max(0, Math.min(PARTS - 1e-9, share * PARTS)));
    }
}
