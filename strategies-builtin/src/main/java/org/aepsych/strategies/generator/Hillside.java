package org.aepsych.strategies.generator;

import java.util.Comparator;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.aepsych.strategies.acquisition.Scores;
import org.aepsych.strategies.acquisition.SmoothScores;
import org.aepsych.strategies.gp.Posterior;
import org.aepsych.strategies.gp.PosteriorPoint;
import org.aepsych.strategies.math.BoxMinimizer;
import org.aepsych.strategies.math.Objective;
import org.aepsych.strategies.space.PresentationCube;

/**
 * Scores over a cube, and the way uphill. Where scores know their derivatives, quasi-Newton steps go along the axes that
 * have no steps, and along the others one looks at neighbours; else one looks at neighbours along all axes. Not thread-safe.
 */
final class Hillside {
    private static final double LONG_STEP = 0.08;
    private static final double MIDDLE_STEP = 0.012;
    private static final double SHORT_STEP = 1.5e-3;
    private static final double SHRINKAGE = 0.4;
    private static final int MOST_MOVES = 20;
    private static final int MOST_ROUNDS = 4;
    private static final int APPROACH_EVALUATIONS = 10;
    private static final int POLISH_EVALUATIONS = 14;
    /** Of the gradient where a climb begins. */
    private static final double FLAT = 1e-3;

    private final PresentationCube cube;
    private final Scores scores;
    private final PosteriorPoint point;
    private final int queries;
    private final BooleanSupplier late;
    private final boolean smooth;
    private final int[] stepped;
    private final int[] all;

    /**
     * A hillside.
     *
     * @param cube where
     * @param scores how high
     * @param posterior under which scores are made
     * @param queries at how many places scores look
     * @param late tells when to stay where one is
     */
    Hillside(PresentationCube cube, Scores scores, Posterior posterior, int queries, BooleanSupplier late) {
        this.cube = cube;
        this.scores = scores;
        this.queries = queries;
        this.late = late;
        point = posterior.newPoint();
        smooth = posterior.smooth() && scores instanceof SmoothScores;
        all = IntStream.range(0, cube.dimension()).toArray();
        stepped = IntStream.of(all).filter(axis -> cube.slope(axis) == 0).toArray();
    }

    /** A place and its score; no record, because records would compare the array by identity. */
    static final class Place {
        /** Sorting is stable, so equal scores keep the order in which they were found. */
        static final Comparator<Place> BEST_FIRST = Comparator.comparingDouble(place -> -place.score);

        private final double[] point;
        private final double score;

        private Place(double[] point, double score) {
            this.point = point;
            this.score = score;
        }

        double[] point() {
            return point.clone();
        }
    }

    /** Returns a place without going anywhere. */
    Place at(double[] u) {
        return new Place(u, score(u));
    }

    /** Goes near the top from a place that was scored here. */
    Place approach(Place from) {
        return improve(from, LONG_STEP, MIDDLE_STEP, APPROACH_EVALUATIONS);
    }

    /** Goes to the top from a place that was scored elsewhere. */
    Place polish(Place from) {
        return improve(at(from.point), MIDDLE_STEP, SHORT_STEP, POLISH_EVALUATIONS);
    }

    private Place improve(Place from, double longest, double shortest, int evaluations) {
        if (!smooth) {
            return walk(from, all, longest, shortest);
        }
        Place reached = from;
        for (int round = 0; round < MOST_ROUNDS && !late.getAsBoolean(); round++) {
            Place climbed = stepped.length == all.length ? reached : climb(reached, longest, evaluations);
            Place walked = walk(climbed, stepped, longest, shortest);
            boolean over = stepped.length == 0 || !(walked.score > climbed.score);
            reached = walked;
            if (over) {
                return reached;
            }
        }
        return reached;
    }

    /** Goes along the gradient; the first step is as long as the longest. */
    private Place climb(Place from, double step, int evaluations) {
        int d = all.length;
        double[] lower = new double[d];
        double[] upper = new double[d];
        double[] start = new double[d];
        for (int j = 0; j < d; j++) {
            upper[j] = 1 / step;
            start[j] = from.point[j] / step;
        }
        BoxMinimizer minimizer = new BoxMinimizer(lower, upper, evaluations, FLAT, late);
        Depth depth = new Depth((SmoothScores) scores, from.score, step);
        double[] reached = depth.place(minimizer.minimize(depth, start).point());
        for (int axis : stepped) {
            reached[axis] = from.point[axis];
        }
        double score = score(reached);
        return score > from.score ? new Place(reached, score) : from;
    }

    /** Minus the score in units of its gradient where the climb begins, in coordinates of which one is a step. */
    private final class Depth implements Objective {
        private final SmoothScores slopes;
        private final double origin;
        private final double step;
        private double steepness;

        Depth(SmoothScores slopes, double origin, double step) {
            this.slopes = slopes;
            this.origin = origin;
            this.step = step;
        }

        double[] place(double[] x) {
            double[] u = new double[x.length];
            for (int j = 0; j < u.length; j++) {
                u[j] = Math.min(1, x[j] * step);
            }
            return u;
        }

        @Override
        public double at(double[] x, double[] gradient) {
            double score = slopes.of(point.move(cube.model(place(x))), queries, gradient);
            double square = 0;
            for (int j = 0; j < gradient.length; j++) {
                gradient[j] *= -cube.slope(j);
                square += gradient[j] * gradient[j];
            }
            if (steepness == 0) {
                steepness = square > 0 ? StrictMath.sqrt(square) : 1;
            }
            for (int j = 0; j < gradient.length; j++) {
                gradient[j] /= steepness;
            }
            return Double.isNaN(score) ? Double.POSITIVE_INFINITY : (origin - score) / (steepness * step);
        }
    }

    /** Looks at neighbours along some axes, at shorter distances where longer ones no longer help. */
    private Place walk(Place from, int[] axes, double longest, double shortest) {
        double[] u = from.point();
        double best = from.score;
        int moves = 0;
        for (double step = longest; step >= shortest && moves < MOST_MOVES && axes.length > 0; ) {
            double reached = sweep(u, axes, best, step);
            if (late.getAsBoolean()) {
                return new Place(u, reached);
            }
            if (reached > best) {
                best = reached;
                moves++;
            } else {
                step *= SHRINKAGE;
            }
        }
        return new Place(u, best);
    }

    private double sweep(double[] u, int[] axes, double from, double step) {
        double best = from;
        for (int axis : axes) {
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

    private double score(double[] u) {
        double score = scores.of(point.move(cube.model(u)), queries);
        return Double.isNaN(score) ? Double.NEGATIVE_INFINITY : score;
    }
}
