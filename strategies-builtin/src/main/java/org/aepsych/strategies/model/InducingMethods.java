package org.aepsych.strategies.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGeneratorFactory;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.strategies.gp.InducingMethod;
import org.aepsych.strategies.option.Catalog;
import org.aepsych.strategies.option.NestedList;
import org.aepsych.strategies.option.Part;
import org.aepsych.strategies.sobol.SobolSequence;
import org.aepsych.strategies.space.PresentationCube;

/** The ways to choose inducing points, under AEPsych's names. */
final class InducingMethods {
    /** The method that takes all trials. */
    static final String ALL = "DataAllocator";

    private static final ConfigOption<NestedList> POINTS = new ConfigOption<>(
            "points",
            "a nested list such as [[0.1, 2], [0.3, 4]]",
            NestedList::list,
            Optional.empty(),
            "The inducing points.",
            false);
    private static final ConfigOption<String> MAIN_ALLOCATOR = ConfigOption.text(
                    "main_allocator", "What chooses the inducing points to which others are added.")
            .orElse("GreedyVarianceReduction");
    private static final long SEED = 1_967;

    private static final Catalog<Maker> METHODS = new Catalog<>("inducing_point_method", methods());

    private InducingMethods() {}

    private interface Maker {
        InducingMethod make(StrategyContext context, ConfigSection options);
    }

    private static Map<String, Maker> methods() {
        Map<String, Maker> methods = new LinkedHashMap<>();
        methods.put("GreedyVarianceReduction", (context, options) -> InducingMethod.GREEDY);
        methods.put("AutoAllocator", (context, options) -> InducingMethod.GREEDY);
        methods.put(ALL, (context, options) -> InducingMethod.GREEDY);
        methods.put("KMeansAllocator", (context, options) -> InducingMethod.CLUSTERS);
        methods.put("SobolAllocator", (context, options) -> sobol(context));
        methods.put("FixedAllocator", (context, options) -> InducingMethod.fixed(points(context, options)));
        methods.put("FixedPlusAllocator", InducingMethods::plus);
        return methods;
    }

    /** Makes the method that an option names, by itself or by a section about it. */
    static InducingMethod make(StrategyContext context, String name, ConfigSection section, String option) {
        Part part = Part.named(context, name);
        return METHODS.get(part.className(), section.name(), option).make(context, part.options());
    }

    private static InducingMethod plus(StrategyContext context, ConfigSection options) {
        String main = options.get(MAIN_ALLOCATOR).trim();
        if (Part.named(context, main).className().equals("FixedPlusAllocator")) {
            throw new ConfigException(Problem.of(
                    options.name(), MAIN_ALLOCATOR.key(), "expected another allocator, but found \"" + main + "\""));
        }
        return make(context, main, options, MAIN_ALLOCATOR.key()).with(points(context, options));
    }

    private static List<double[]> points(StrategyContext context, ConfigSection options) {
        if (context.stimuliPerTrial() != 1) {
            throw new ConfigException(Problem.of(
                    options.name(), POINTS.key(), "inducing points of comparisons cannot be given one by one"));
        }
        PresentationCube cube = PresentationCube.of(context.space(), 1);
        List<double[]> points = ListedStimuli.read(context.space(), options, POINTS).stream()
                .map(cube.cube()::model)
                .toList();
        if (points.isEmpty()) {
            throw new ConfigException(Problem.of(options.name(), POINTS.key(), "expected at least one point"));
        }
        return points;
    }

    /** Spreads places evenly; the same ones for whatever trials, so that posteriors of the same trials are the same. */
    private static InducingMethod sobol(StrategyContext context) {
        PresentationCube cube = PresentationCube.of(context.space(), context.stimuliPerTrial());
        SobolSequence sequence = SobolSequence.scrambled(
                cube.dimension(), RandomGeneratorFactory.of("L64X128MixRandom").create(SEED));
        return (data, kernel, most) -> {
            double[][] places = new double[most][];
            Arrays.setAll(places, i -> cube.model(sequence.point(i)));
            return InducingMethod.fixed(List.of()).with(Arrays.asList(places)).choose(data, kernel, most);
        };
    }
}
