package org.aepsych.web.bench;

import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.ParameterSpace;

/**
 * Observers whose probability of the response 1 is guess + (1 − guess − lapse) F(slope (x − threshold)), x being the
 * intensity, on its logarithmic scale if it has one. Immutable.
 *
 * @param space the parameters
 * @param intensity 0-based parameter
 * @param shape F
 * @param threshold in units of x; empty if each session has an observer of its own, whose threshold varies smoothly with the
 *     other parameters over the middle half of the intensity's range
 * @param slope by how much the argument of F rises when x rises by 1, above 0
 * @param guess the least probability, from 0
 * @param lapse what is missing to 1 at the highest intensities, from 0
 */
public record SimulatedObserver(
        ParameterSpace space,
        int intensity,
        Psychometric shape,
        OptionalDouble threshold,
        double slope,
        double guess,
        double lapse)
        implements Observers {
    private static final double MIDDLE = 0.5;
    private static final double SWING = 0.25;

    @Override
    public Truth inSession(long seed) {
        Waves waves = new Waves(seed, space.size());
        Parameter parameter = space.parameters().get(intensity);
        return stimulus -> {
            double x = Grid.onScale(parameter, stimulus[intensity]);
            double here = threshold.orElseGet(() -> low() + range() * (MIDDLE + SWING * waves.at(context(stimulus))));
            return guess + (1 - guess - lapse) * shape.at(slope * (x - here));
        };
    }

    /**
     * Returns how far the intensity goes.
     *
     * @return in units of x, above 0
     */
    public double range() {
        return Grid.onScale(space.parameters().get(intensity), bound(intensity, false)) - low();
    }

    private double low() {
        return Grid.onScale(space.parameters().get(intensity), bound(intensity, true));
    }

    /** Returns where a stimulus lies, from 0 to 1 on each parameter but the intensity. */
    private double[] context(double[] stimulus) {
        double[] context = new double[stimulus.length];
        for (int j = 0; j < context.length; j++) {
            Parameter parameter = space.parameters().get(j);
            double low = Grid.onScale(parameter, bound(j, true));
            double width = Grid.onScale(parameter, bound(j, false)) - low;
            context[j] = j == intensity || !(width > 0) ? 0 : (Grid.onScale(parameter, stimulus[j]) - low) / width;
        }
        return context;
    }

    private double bound(int index, boolean lower) {
        Parameter parameter = space.parameters().get(index);
        if (parameter instanceof Parameter.Continuous real) {
            return lower ? real.lower() : real.upper();
        }
        if (parameter instanceof Parameter.Whole whole) {
            return lower ? whole.lower() : whole.upper();
        }
        if (parameter instanceof Parameter.Categorical categorical) {
            return lower ? 0 : categorical.choices().size() - 1;
        }
        return lower ? 0 : 1;
    }

    /** A smooth function from −1 to 1 that is another for each seed. */
    private static final class Waves {
        private final double[] frequencies;
        private final double phase;

        Waves(long seed, int dimension) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            phase = 2 * Math.PI * random.nextDouble();
            frequencies = random.doubles(dimension, -Math.PI, Math.PI).toArray();
        }

        double at(double[] context) {
            double angle = phase;
            for (int j = 0; j < context.length; j++) {
                angle += frequencies[j] * context[j];
            }
            return Math.sin(angle);
        }
    }
}
