package org.aepsych.strategies.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.strategies.gp.TrainingSet;
import org.aepsych.strategies.option.BoundedOption;
import org.aepsych.strategies.option.NestedList;
import org.aepsych.strategies.option.Part;
import org.aepsych.strategies.outcome.Link;
import org.aepsych.strategies.space.UnitCube;

/**
 * What is known of response probabilities beforehand, such as that of guessing right far below threshold: single places,
 * and boxes in which a grid of places is laid. Immutable.
 */
final class SoftConstraints {
    private static final ConfigOption<NestedList> LOCATIONS = new ConfigOption<>(
            "constraint_locations",
            "a nested list such as [[0, 1], [0, 2]]",
            NestedList::list,
            Optional.empty(),
            "Stimuli at which the response probability is known beforehand.",
            false);
    private static final ConfigOption<List<Double>> VALUES = ConfigOption.reals(
            "constraint_values", "The response probability at each of them, from 0 to 1, or one for all.");
    private static final ConfigOption<List<Double>> STRENGTHS = ConfigOption.reals(
            "constraint_strengths", "The variance of the belief in each, or one for all; the smaller, the stronger.");
    private static final ConfigOption<String> FACTORY = ConfigOption.text(
            "constraint_factory", "A section with constraint_lower and constraint_upper, the corners of boxes.");
    private static final ConfigOption<NestedList> LOWER = new ConfigOption<>(
            "constraint_lower",
            "a nested list such as [[0, 1]]",
            NestedList::list,
            Optional.empty(),
            "The lower corner of each box, in the section of the factory.",
            false);
    private static final ConfigOption<NestedList> UPPER = new ConfigOption<>(
            "constraint_upper",
            "a nested list such as [[0, 2]]",
            NestedList::list,
            Optional.empty(),
            "The upper corner of each box, in the section of the factory.",
            false);
    private static final ConfigOption<Integer> POINTS_PER_DIM = BoundedOption.wholeFrom(
                    "points_per_dim", 1, "How many places of a box are taken in each dimension.")
            .orElse(10);

    private static final double MOST_LATENT = 5;
    private static final int MOST_PLACES = 200;

    private final double[][] places;
    private final double[] values;
    private final double[] variances;

    private SoftConstraints(List<Anchor> anchors) {
        places = anchors.stream().map(anchor -> anchor.place).toArray(double[][]::new);
        values = anchors.stream().mapToDouble(anchor -> anchor.value).toArray();
        variances = anchors.stream().mapToDouble(anchor -> anchor.variance).toArray();
    }

    private static final class Anchor {
        private final double[] place;
        private final double value;
        private final double variance;

        Anchor(double[] place, double value, double variance) {
            this.place = place;
            this.value = value;
            this.variance = variance;
        }
    }

    /** The options of models that can have constraints. */
    static ConfigOption<?>[] options() {
        return new ConfigOption<?>[] {LOCATIONS, VALUES, STRENGTHS, FACTORY};
    }

    /** The options of the section that the factory is. */
    static ConfigOption<?>[] factoryOptions() {
        return new ConfigOption<?>[] {LOWER, UPPER, VALUES, STRENGTHS, POINTS_PER_DIM};
    }

    /** Reads the constraints of a model; empty if there are none. */
    static Optional<SoftConstraints> read(StrategyContext context, ConfigSection options, Link link) {
        List<Anchor> anchors = new ArrayList<>();
        UnitCube cube = UnitCube.of(context.space());
        if (options.find(LOCATIONS).isPresent()) {
            List<Stimulus> stimuli = ListedStimuli.read(context.space(), options, LOCATIONS);
            for (int i = 0; i < stimuli.size(); i++) {
                add(anchors, cube.model(stimuli.get(i)), options, link, i, stimuli.size());
            }
        }
        if (options.find(FACTORY).isPresent()) {
            boxes(context, Part.named(context, options.get(FACTORY)).options(), cube, link, anchors);
        }
        return anchors.isEmpty() ? Optional.empty() : Optional.of(new SoftConstraints(anchors));
    }

    private static void boxes(
            StrategyContext context, ConfigSection section, UnitCube cube, Link link, List<Anchor> anchors) {
        List<Stimulus> lower = ListedStimuli.read(context.space(), section, LOWER);
        List<Stimulus> upper = ListedStimuli.read(context.space(), section, UPPER);
        if (lower.size() != upper.size()) {
            throw refused(
                    section,
                    UPPER.key(),
                    "expected as many corners as constraint_lower has, but found " + upper.size());
        }
        int points = section.get(POINTS_PER_DIM);
        for (int box = 0; box < lower.size(); box++) {
            double[] low = cube.model(lower.get(box));
            double[] high = cube.model(upper.get(box));
            List<double[]> grid = new ArrayList<>();
            grid(low, high, points, low.clone(), 0, grid);
            if (anchors.size() + grid.size() > MOST_PLACES) {
                throw refused(
                        section,
                        POINTS_PER_DIM.key(),
                        "the boxes would have more than " + MOST_PLACES + " places; take fewer points");
            }
            for (double[] place : grid) {
                add(anchors, place, section, link, box, lower.size());
            }
        }
    }

    private static void grid(
            double[] low, double[] high, int points, double[] place, int dimension, List<double[]> out) {
        if (dimension == low.length || out.size() > MOST_PLACES) {
            out.add(place.clone());
            return;
        }
        int count = low[dimension] == high[dimension] ? 1 : points;
        for (int i = 0; i < count; i++) {
            double share = count == 1 ? 0 : (double) i / (count - 1);
            place[dimension] = low[dimension] + share * (high[dimension] - low[dimension]);
            grid(low, high, points, place, dimension + 1, out);
        }
    }

    private static void add(
            List<Anchor> anchors, double[] place, ConfigSection section, Link link, int index, int count) {
        double probability = one(section, VALUES, section.get(VALUES), index, count);
        if (!(probability >= 0 && probability <= 1)) {
            throw refused(
                    section, VALUES.key(), "expected probabilities from 0 to 1, but found " + section.get(VALUES));
        }
        double value = latent(link, probability);
        double deviation = 0.2 * Math.abs(value) + 0.1;
        double variance = section.find(STRENGTHS)
                .map(given -> one(section, STRENGTHS, given, index, count))
                .orElse(deviation * deviation);
        if (!(variance > 0)) {
            throw refused(section, STRENGTHS.key(), "expected numbers above 0, but found " + section.get(STRENGTHS));
        }
        anchors.add(new Anchor(place, value, variance));
    }

    private static double latent(Link link, double probability) {
        if (probability <= link.floor()) {
            return -MOST_LATENT;
        }
        if (probability >= 1) {
            return MOST_LATENT;
        }
        return Math.max(-MOST_LATENT, Math.min(MOST_LATENT, link.inverse(probability)));
    }

    private static double one(ConfigSection section, ConfigOption<?> option, List<Double> given, int index, int count) {
        if (given.size() != 1 && given.size() != count) {
            throw refused(section, option.key(), "expected one number, or " + count + ", but found " + given);
        }
        return given.get(given.size() == 1 ? 0 : index);
    }

    private static ConfigException refused(ConfigSection section, String option, String message) {
        return new ConfigException(Problem.of(section.name(), option, message));
    }

    /** Returns trials with the constraints. */
    TrainingSet added(TrainingSet data) {
        return data.anchored(places, values, variances);
    }
}
