package org.aepsych.strategies.generator;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGeneratorFactory;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.space.Value;
import org.aepsych.api.strategy.ModelQueries.Difference;
import org.aepsych.api.strategy.ModelQueries.Estimate;
import org.aepsych.strategies.gp.JointNormal;
import org.aepsych.strategies.gp.Posterior;
import org.aepsych.strategies.space.UnitCube;

/**
 * Answers about the latent function along one parameter, the others being held: from its mean, and from draws of whole
 * functions for how uncertain the answer is. The draws are always the same, so the same data give the same answer.
 */
final class LineQuestions {
    private static final int STEPS = 60;
    private static final int DRAWS = 1000;
    private static final long SEED = 20_260_101;

    private final Posterior posterior;
    private final int parameter;
    private final double[][] places;
    private final double[] raw;

    /**
     * Questions about a line.
     *
     * @param cube of one stimulus
     * @param posterior of the outcome
     * @param through a stimulus on the line
     * @param parameter place of the parameter in the space
     * @param axis its place among those that are not fixed
     */
    LineQuestions(UnitCube cube, Posterior posterior, Stimulus through, int parameter, int axis) {
        this.posterior = posterior;
        this.parameter = parameter;
        places = new double[STEPS + 1][];
        raw = new double[STEPS + 1];
        double[] place = cube.model(through);
        for (int i = 0; i <= STEPS; i++) {
            double[] point = new double[cube.dimension()];
            point[axis] = (double) i / STEPS;
            places[i] = place.clone();
            places[i][axis] = cube.model(point)[axis];
            raw[i] = number(cube.stimulus(point));
        }
    }

    private double number(Stimulus stimulus) {
        if (stimulus.values().get(parameter) instanceof Value.Numeric numeric) {
            return numeric.value();
        }
        throw new AepsychException(
                StandardError.INPUT_INVALID, "a threshold or difference is sought along a parameter that is a number");
    }

    /**
     * Returns where the latent function first crosses a level; the bound if it stays below, or above, everywhere.
     *
     * @param level of the latent function
     * @param credibility share of the draws that lie within the interval, above 0 and below 1
     */
    Estimate threshold(double level, double credibility) {
        JointNormal joint = posterior.joint(places);
        double[] found = drawn(joint, function -> crossing(function, level));
        double sum = 0;
        for (double threshold : found) {
            sum += threshold / found.length;
        }
        return estimate(sum, found, credibility);
    }

    /**
     * Returns how much the parameter has to rise from a stimulus until the latent function has changed by 1: a just
     * noticeable difference of one unit of sensitivity; infinite if it never has within the bounds, or nothing changes.
     *
     * @param at the stimulus
     * @param difference how it is measured
     * @param credibility share of the draws that lie within the interval, above 0 and below 1
     */
    Estimate difference(Stimulus at, Difference difference, double credibility) {
        double from = number(at);
        ToDoubleFunction<double[]> measured = difference == Difference.STEP
                ? function -> rise(function, from)
                : function -> 1 / Math.abs(slope(function, from));
        JointNormal joint = posterior.joint(places);
        double[] mean = new double[joint.size()];
        Arrays.setAll(mean, joint::mean);
        double[] found = drawn(joint, measured);
        return estimate(measured.applyAsDouble(mean), found, credibility);
    }

    private int start(double from) {
        int start = 0;
        while (start < STEPS - 1 && raw[start + 1] <= from) {
            start++;
        }
        return start;
    }

    /** Returns how far a place lies between one step and the next, from 0 to 1. */
    private double share(double from, int start) {
        double width = raw[start + 1] - raw[start];
        return width > 0 ? Math.max(0, Math.min(1, (from - raw[start]) / width)) : 0;
    }

    private double slope(double[] function, double from) {
        int start = start(from);
        double share = share(from, start);
        return (1 - share) * slope(function, start) + share * slope(function, start + 1);
    }

    private double slope(double[] function, int i) {
        int left = Math.max(0, i - 1);
        int right = Math.min(STEPS, i + 1);
        return (function[right] - function[left]) / (raw[right] - raw[left]);
    }

    private double rise(double[] function, double from) {
        int start = start(from);
        double share = share(from, start);
        double here = function[start] + share * (function[start + 1] - function[start]);
        for (int i = start + 1; i <= STEPS; i++) {
            if (function[i] >= here + 1) {
                double below = i == start + 1 ? here : function[i - 1];
                double left = i == start + 1 ? from : raw[i - 1];
                return left + (raw[i] - left) * (here + 1 - below) / (function[i] - below) - from;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private double crossing(double[] function, double level) {
        boolean above = function[0] >= level;
        for (int i = 1; i <= STEPS; i++) {
            if (function[i] >= level != above) {
                double share = (level - function[i - 1]) / (function[i] - function[i - 1]);
                return raw[i - 1] + share * (raw[i] - raw[i - 1]);
            }
        }
        return above ? raw[0] : raw[STEPS];
    }

    private static double[] drawn(JointNormal joint, ToDoubleFunction<double[]> answer) {
        double[][] functions =
                joint.draw(DRAWS, RandomGeneratorFactory.of("L64X128MixRandom").create(SEED));
        return Arrays.stream(functions).mapToDouble(answer).sorted().toArray();
    }

    private static Estimate estimate(double value, double[] sorted, double credibility) {
        double tail = (1 - credibility) / 2;
        return new Estimate(value, quantile(sorted, tail), quantile(sorted, 1 - tail));
    }

    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(sorted.length - 1, below + 1);
        if (sorted[below] == sorted[above]) {
            return sorted[below];
        }
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
