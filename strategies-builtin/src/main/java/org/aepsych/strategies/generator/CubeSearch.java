package org.aepsych.strategies.generator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.aepsych.strategies.acquisition.Scores;
import org.aepsych.strategies.gp.Posterior;
import org.aepsych.strategies.gp.PosteriorPoint;
import org.aepsych.strategies.space.PresentationCube;

/**
 * Looks for the best place of a trial: screens quasi-random points of the cube, and improves some good ones that are
 * apart from each other by moving along one axis at a time with shrinking steps. Every place is scored as it would be
 * presented, so whole numbers and choices need no rounding afterwards. The number of scores is fixed by the arguments;
 * time plays no part, so the same randomness always leads to the same place.
 *
 * @param candidates how many points are screened, from 1
 * @param starts how many of them are improved at most, from 1
 */
record CubeSearch(int candidates, int starts) implements Search {
    private static final int SCREENING_QUERIES = 64;
    private static final double APART = 0.05;
    private static final int POLISHED = 3;
    private static final double LONG_STEP = 0.08;
    private static final double MIDDLE_STEP = 0.012;
    private static final double SHORT_STEP = 1.5e-3;
    private static final double SHRINKAGE = 0.4;
    private static final int MOST_MOVES = 20;

    @Override
    public double[] best(SearchTask task) {
        PresentationCube cube = task.cube();
        Posterior posterior = task.posterior();
        int queries = task.queries();
        Scores scores = task.scores();
        double[][] points = task.points(candidates);

        Ascent screening = new Ascent(cube, scores, posterior.newPoint(), Math.min(SCREENING_QUERIES, queries));
        Ascent ascent = new Ascent(cube, scores, posterior.newPoint(), queries);
        List<Place> improved = select(points, screening).stream()
                .map(point -> screening.improve(point, LONG_STEP, MIDDLE_STEP))
                .sorted(Place.BEST_FIRST)
                .limit(POLISHED)
                .map(place -> ascent.improve(place.point, MIDDLE_STEP, SHORT_STEP))
                .sorted(Place.BEST_FIRST)
                .toList();
        return improved.get(0).point;
    }

    /** Returns the best points that are apart from each other, best first. */
    private List<double[]> select(double[][] points, Ascent screening) {
        List<double[]> selected = new ArrayList<>();
        Arrays.stream(points)
                .map(point -> new Place(point, screening.score(point)))
                .sorted(Place.BEST_FIRST)
                .takeWhile(place -> selected.size() < starts)
                .filter(place -> selected.stream().noneMatch(other -> near(place.point, other)))
                .forEach(place -> selected.add(place.point));
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

    /** A place and its score; no record, because records would compare the array by identity. */
    private static final class Place {
        /** Sorting is stable, so equal scores keep the order in which they were found. */
        static final Comparator<Place> BEST_FIRST = Comparator.comparingDouble(place -> -place.score);

        final double[] point;
        final double score;

        Place(double[] point, double score) {
            this.point = point;
            this.score = score;
        }
    }

    /** Scores of places of a cube, looked at through so many queries. */
    private record Ascent(PresentationCube cube, Scores scores, PosteriorPoint point, int queries) {
        double score(double[] u) {
            double score = scores.of(point.move(cube.model(u)), queries);
            return Double.isNaN(score) ? Double.NEGATIVE_INFINITY : score;
        }

        /** Moves a point uphill, with steps that get shorter where longer ones no longer help. */
        Place improve(double[] start, double longest, double shortest) {
            double[] u = start.clone();
            double best = score(u);
            int moves = 0;
            for (double step = longest; step >= shortest && moves < MOST_MOVES; ) {
                double reached = sweep(u, best, step);
                if (reached > best) {
                    best = reached;
                    moves++;
                } else {
                    step *= SHRINKAGE;
                }
            }
            return new Place(u, best);
        }

        private double sweep(double[] u, double from, double step) {
            double best = from;
            for (int axis = 0; axis < u.length; axis++) {
                double here = u[axis];
                double kept = here;
                for (double there : cube.neighbours(axis, here, step)) {
                    u[axis] = there;
                    double score = score(u);
                    if (score > best) {
                        best = score;
                        kept = there;
                    }
                }
                u[axis] = kept;
            }
            return best;
        }
    }
}
