package org.aepsych.strategies.generator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.aepsych.strategies.acquisition.Scores;
import org.aepsych.strategies.gp.Posterior;
import org.aepsych.strategies.math.TimeBudget;
import org.aepsych.strategies.space.PresentationCube;

/**
 * Looks at quasi-random points, and improves the best of them. Rough scores with few queries are good enough to choose
 * where to look closely. Every score is that of what would be presented, so after rounding.
 *
 * @param candidates how many points are looked at, from 1
 * @param starts how many of them are improved, from 1
 * @param budget after which the best that was found is taken
 */
record CubeSearch(int candidates, int starts, TimeBudget budget) implements Search {
    private static final int SCREENING_QUERIES = 64;
    private static final double APART = 0.05;
    private static final int POLISHED = 3;

    @Override
    public double[] best(SearchTask task) {
        BooleanSupplier late = budget.begin();
        PresentationCube cube = task.cube();
        Posterior posterior = task.posterior();
        int queries = task.queries();
        Scores scores = task.scores();
        double[][] points = task.points(candidates);

        Hillside rough = new Hillside(cube, scores, posterior, Math.min(SCREENING_QUERIES, queries), late);
        Hillside exact = new Hillside(cube, scores, posterior, queries, late);
        return select(points, rough).stream()
                .map(rough::approach)
                .sorted(Hillside.Place.BEST_FIRST)
                .limit(POLISHED)
                .map(exact::polish)
                .min(Hillside.Place.BEST_FIRST)
                .orElseThrow()
                .point();
    }

    /** Returns the best points that are apart from each other, best first. */
    private List<Hillside.Place> select(double[][] points, Hillside rough) {
        List<Hillside.Place> selected = new ArrayList<>();
        Arrays.stream(points)
                .map(rough::at)
                .sorted(Hillside.Place.BEST_FIRST)
                .takeWhile(place -> selected.size() < starts)
                .filter(place -> selected.stream().noneMatch(other -> near(place.point(), other.point())))
                .forEach(selected::add);
        return selected;
    }

    private static boolean near(double[] a, double[] b) {
        for (int j = 0; j < a.length; j++) {
            if (Math.abs(a[j] - b[j]) > APART) {
                return false;
            }
        }
        return true;
    }
}
