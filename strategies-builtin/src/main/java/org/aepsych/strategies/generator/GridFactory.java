package org.aepsych.strategies.generator;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.Problem;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.strategies.option.BoundedOption;
import org.aepsych.strategies.space.PresentationCube;

/**
 * {@code grid}: every combination of evenly spaced values, of all categories and of both values of binary parameters:
 * the method of constant stimuli.
 */
public final class GridFactory extends FixedListFactory {
    private static final int MOST = 100_000;

    private static final ConfigOption<Integer> POINTS_PER_DIM = BoundedOption.wholeFrom(
                    "points_per_dim", 1, "How many values of each number there are, both bounds included.")
            .orElse(5);
    private static final ConfigOption<Integer> REPEATS = BoundedOption.wholeFrom(
                    "repeats", 1, "How often each combination is presented.")
            .orElse(1);

    /** Makes the factory. */
    @Inject
    public GridFactory() {}

    @Override
    public String name() {
        return "grid";
    }

    @Override
    public Set<String> aliases() {
        return Set.of("GridGenerator");
    }

    @Override
    public String description() {
        return "Presents every combination of evenly spaced values: the method of constant stimuli.";
    }

    @Override
    List<ConfigOption<?>> ownOptions() {
        return List.of(POINTS_PER_DIM, REPEATS);
    }

    @Override
    List<Presentation> presentations(StrategyContext context, RandomGenerator random) {
        PresentationCube cube = PresentationCube.of(context.space(), context.stimuliPerTrial());
        List<double[]> axes = new ArrayList<>();
        for (int s = 0; s < context.stimuliPerTrial(); s++) {
            for (Parameter parameter : context.space().parameters()) {
                if (!(parameter instanceof Parameter.Fixed)) {
                    axes.add(coordinates(parameter, context.config().get(POINTS_PER_DIM)));
                }
            }
        }
        int repeats = context.config().get(REPEATS);
        double size = repeats;
        for (double[] axis : axes) {
            size *= axis.length;
        }
        if (size > MOST) {
            throw new ConfigException(Problem.of(
                    context.config().name(),
                    POINTS_PER_DIM.key(),
                    "the grid would have more than " + MOST + " presentations; take fewer points or parameters"));
        }
        List<Presentation> presentations = new ArrayList<>();
        for (int i = 0; i < repeats; i++) {
            add(presentations, cube, axes, new double[axes.size()], 0);
        }
        return presentations;
    }

    private static void add(
            List<Presentation> out, PresentationCube cube, List<double[]> axes, double[] point, int axis) {
        if (axis == axes.size()) {
            out.add(cube.presentation(point));
            return;
        }
        for (double coordinate : axes.get(axis)) {
            point[axis] = coordinate;
            add(out, cube, axes, point, axis + 1);
        }
    }

    /** Returns coordinates of the cube, one for each value. */
    private static double[] coordinates(Parameter parameter, int points) {
        if (parameter instanceof Parameter.Categorical p) {
            return middles(p.choices().size());
        }
        if (parameter instanceof Parameter.Binary) {
            return middles(2);
        }
        if (parameter instanceof Parameter.Whole p && p.upper() - p.lower() < points && !p.logScale()) {
            return middles((int) (p.upper() - p.lower()) + 1);
        }
        double[] even = new double[points];
        for (int i = 0; i < points; i++) {
            even[i] = points == 1 ? 0.5 : (double) i / (points - 1);
        }
        return even;
    }

    private static double[] middles(int count) {
        double[] middles = new double[count];
        for (int i = 0; i < count; i++) {
            middles[i] = (i + 0.5) / count;
        }
        return middles;
    }
}
