package org.aepsych.core.adaptive.posterior;

import java.util.List;
import java.util.Optional;
import org.aepsych.api.strategy.ModelQueries.Estimate;

/**
 * What the model of a session believes, over a line or a plane through the space of its stimuli.
 *
 * @param step name of the step at work
 * @param model name of its model; empty if it has none or has learned of nothing
 * @param observations how many the model has learned of
 * @param scale what is believed about
 * @param outcome the outcome that is meant
 * @param outcomes names of all outcomes
 * @param choices the parameters that an axis may have
 * @param axes one or two
 * @param held the other parameters that vary, and where they are held
 * @param beliefs for each combination of the axes' values, the last axis changing fastest; none if there is no model
 * @param credibility probability that lies between the limits of each belief
 * @param target the expected outcome at the threshold; empty if none is sought
 * @param threshold where it is expected; empty over a plane, or if the model does not say
 * @param trials what the model has learned from, without earlier sessions
 */
public record PosteriorView(
        String step,
        String model,
        int observations,
        Scale scale,
        String outcome,
        List<String> outcomes,
        List<String> choices,
        List<Axis> axes,
        List<Held> held,
        List<Belief> beliefs,
        double credibility,
        Optional<Double> target,
        Optional<Estimate> threshold,
        List<Point> trials) {
    /** Copies the lists. */
    public PosteriorView {
        outcomes = List.copyOf(outcomes);
        choices = List.copyOf(choices);
        axes = List.copyOf(axes);
        held = List.copyOf(held);
        beliefs = List.copyOf(beliefs);
        trials = List.copyOf(trials);
    }

    /** What beliefs are about. */
    public enum Scale {
        /** The probability of the outcome 1. */
        PROBABILITY,
        /** The expected outcome, a number. */
        NUMBER,
        /** The expected category, from 0. */
        CATEGORY,
        /** The latent function: of pairs the utility, or of a model that does not say what outcomes follow from it. */
        LATENT
    }

    /**
     * A parameter that varies.
     *
     * @param name the parameter
     * @param logarithmic whether its values are evenly spaced in logarithms
     * @param values from its lower to its upper bound, in raw units; of categories, their places from 0
     * @param labels texts of categories, otherwise none
     */
    public record Axis(String name, boolean logarithmic, List<Double> values, List<String> labels) {
        /** Copies the lists. */
        public Axis {
            values = List.copyOf(values);
            labels = List.copyOf(labels);
        }
    }

    /**
     * A parameter that is held.
     *
     * @param name the parameter
     * @param value at which it is held
     * @param whole whether it has whole numbers only
     * @param lower least value; of categories 0
     * @param upper greatest value; of categories the last place
     * @param choices texts of categories, otherwise none
     */
    public record Held(String name, String value, boolean whole, double lower, double upper, List<String> choices) {
        /** Copies the list. */
        public Held {
            choices = List.copyOf(choices);
        }
    }

    /**
     * A belief about one place.
     *
     * @param expected posterior mean
     * @param deviation posterior standard deviation
     * @param lower lower end of the credible interval
     * @param upper upper end of the credible interval
     */
    public record Belief(double expected, double deviation, double lower, double upper) {}

    /**
     * A trial as a point over the axes, or several where stimuli are compared.
     *
     * @param number of the trial, from 1
     * @param places of each stimulus: a value for each axis
     * @param outcome as observed
     * @param near whether the parameters that are held were nearly so
     */
    public record Point(int number, List<List<Double>> places, double outcome, boolean near) {
        /** Copies the lists. */
        public Point {
            places = places.stream().map(List::copyOf).toList();
        }
    }
}
