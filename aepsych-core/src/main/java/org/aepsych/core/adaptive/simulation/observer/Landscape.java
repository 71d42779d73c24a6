package org.aepsych.core.adaptive.simulation.observer;

import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.ParameterSpace;

/** What simulated observers answer by: a kind of functions of the stimulus, of which each observer has one. Immutable. */
public sealed interface Landscape {
    /**
     * Returns the function of an observer.
     *
     * @param space the parameters
     * @param seed what is drawn follows from it
     * @return the function
     */
    Surface inSession(ParameterSpace space, long seed);

    /**
     * Functions slope (x − threshold) of the intensity x, on its logarithmic scale if it has one.
     *
     * @param intensity 0-based parameter
     * @param threshold in units of x; empty if each observer has a threshold that varies smoothly with the other parameters
     *     over the middle half of the intensity's range
     * @param slope by how much the function rises when x rises by 1
     */
    record Rising(int intensity, OptionalDouble threshold, double slope) implements Landscape {
        private static final double MIDDLE = 0.5;
        private static final double SWING = 0.25;

        /**
         * Returns how far an intensity goes.
         *
         * @param space the parameters
         * @param intensity 0-based parameter
         * @return the highest value minus the lowest, on its logarithmic scale if it has one
         */
        public static double width(ParameterSpace space, int intensity) {
            return new Ranges(space).width(intensity);
        }

        @Override
        public Surface inSession(ParameterSpace space, long seed) {
            Ranges ranges = new Ranges(space);
            Waves waves = new Waves(seed, space.size());
            return stimulus -> {
                double x = ranges.onScale(intensity, stimulus[intensity]);
                double here = threshold.orElseGet(() -> ranges.low(intensity)
                        + ranges.width(intensity) * (MIDDLE + SWING * waves.at(context(ranges, stimulus))));
                return slope * (x - here);
            };
        }

        /** Returns where a stimulus lies on each parameter but the intensity. */
        private double[] context(Ranges ranges, double[] stimulus) {
            double[] context = new double[stimulus.length];
            for (int j = 0; j < context.length; j++) {
                context[j] = j == intensity ? 0 : ranges.share(j, stimulus[j]);
            }
            return context;
        }
    }

    /**
     * Functions that are highest, half of the height, at one place, which lies in the middle half of each parameter that is
     * a number and is one of the choices of the others, and lower the farther away: by the height where each parameter is
     * off by half its range. Each observer has a place of its own.
     *
     * @param height by how much it falls, above 0
     */
    record Peak(double height) implements Landscape {
        @Override
        public Surface inSession(ParameterSpace space, long seed) {
            Ranges ranges = new Ranges(space);
            Summit summit = new Summit(space, seed);
            return stimulus -> height * (0.5 - summit.distance(ranges, stimulus));
        }
    }

    /** A smooth function from −1 to 1 that is another for each seed. */
    final class Waves {
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

    /** A place, and how far away others are; another for each seed. */
    final class Summit {
        private static final double LEAST = 0.25;
        private static final double FARTHEST = 0.5;

        /** For each parameter where the place is, or how far away each choice is; nothing if it is fixed. */
        private final double[][] places;

        private final boolean[] labels;

        Summit(ParameterSpace space, long seed) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            places = new double[space.size()][];
            labels = new boolean[space.size()];
            for (int j = 0; j < places.length; j++) {
                Parameter parameter = space.parameters().get(j);
                if (parameter instanceof Parameter.Categorical categorical) {
                    labels[j] = true;
                    places[j] = choices(random, categorical.choices().size());
                } else if (parameter instanceof Parameter.Binary) {
                    labels[j] = true;
                    places[j] = choices(random, 2);
                } else if (parameter instanceof Parameter.Fixed) {
                    places[j] = new double[0];
                } else {
                    places[j] = new double[] {LEAST + (1 - 2 * LEAST) * random.nextDouble()};
                }
            }
        }

        private static double[] choices(RandomGenerator random, int count) {
            double[] away = new double[count];
            int best = random.nextInt(count);
            for (int choice = 0; choice < count; choice++) {
                away[choice] = choice == best ? 0 : FARTHEST * (LEAST + (1 - LEAST) * random.nextDouble());
            }
            return away;
        }

        /** Returns the mean square over the free parameters, 1 where each is off by half its range. */
        double distance(Ranges ranges, double[] stimulus) {
            double sum = 0;
            int free = 0;
            for (int j = 0; j < places.length; j++) {
                if (places[j].length > 0) {
                    double off = labels[j] ? places[j][(int) stimulus[j]] : ranges.share(j, stimulus[j]) - places[j][0];
                    sum += off * off / (FARTHEST * FARTHEST);
                    free++;
                }
            }
            return free > 0 ? sum / free : 0;
        }
    }
}
