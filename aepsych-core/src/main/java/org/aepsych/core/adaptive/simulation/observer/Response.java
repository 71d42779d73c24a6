package org.aepsych.core.adaptive.simulation.observer;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.aepsych.api.space.ParameterSpace;

/** How what simulated observers answer by becomes an outcome. Immutable. */
public sealed interface Response {
    /**
     * Makes one who answers so.
     *
     * @param surface what the answers depend on
     * @param space the parameters
     * @return how that observer answers
     */
    Responder of(Surface surface, ParameterSpace space);

    /**
     * A binary outcome: the probability of 1 is guess + (1 − guess − lapse) F(surface).
     *
     * @param shape F
     * @param guess the least probability, from 0
     * @param lapse what is missing to 1, from 0
     */
    record Detection(Psychometric shape, double guess, double lapse) implements Response {
        @Override
        public Responder of(Surface surface, ParameterSpace space) {
            return Responder.binary(stimulus -> guess + (1 - guess - lapse) * shape.at(surface.at(stimulus)));
        }
    }

    /**
     * A choice of one of two stimuli: the second is preferred with the probability F(its utility − the utility of the
     * first), but for lapses, in which either is.
     *
     * @param shape F, which is symmetric
     * @param lapse probability of a lapse, from 0
     */
    record Choice(Psychometric shape, double lapse) implements Response {
        @Override
        public Responder of(Surface surface, ParameterSpace space) {
            return new Responder.Comparing() {
                @Override
                public double expected(double[] stimulus) {
                    return surface.at(stimulus);
                }

                @Override
                public double preferred(double[] stimulus, double[] other) {
                    return lapse / 2 + (1 - lapse) * shape.at(surface.at(stimulus) - surface.at(other));
                }
            };
        }
    }

    /**
     * An ordered category: that between whose cut-points the surface and standard normal noise add up to; in lapses, any.
     *
     * @param levels how many categories there are, from 2
     * @param cuts the cut-points, rising, one less; empty if each category is to be as frequent over the space as any other
     * @param lapse probability of a lapse, from 0
     */
    record Rating(int levels, List<Double> cuts, double lapse) implements Response {
        /** Copies the list. */
        public Rating {
            cuts = List.copyOf(cuts);
        }

        @Override
        public Responder of(Surface surface, ParameterSpace space) {
            double[] between = cuts.isEmpty()
                    ? even(Pilot.sorted(surface, space))
                    : cuts.stream().mapToDouble(Double::doubleValue).toArray();
            return new Responder() {
                @Override
                public double expected(double[] stimulus) {
                    double at = surface.at(stimulus);
                    double mean = Arrays.stream(between)
                            .map(cut -> Probit.of(at - cut))
                            .sum();
                    return lapse * (levels - 1) / 2 + (1 - lapse) * mean;
                }

                @Override
                public double answer(List<double[]> stimuli, RandomGenerator chance) {
                    double noise = chance.nextGaussian();
                    if (chance.nextDouble() < lapse) {
                        return chance.nextInt(levels);
                    }
                    double felt = surface.at(stimuli.get(0)) + noise;
                    return Arrays.stream(between).filter(cut -> felt > cut).count();
                }
            };
        }

        private double[] even(double[] sorted) {
            double[] between = new double[levels - 1];
            Arrays.setAll(between, k -> sorted[sorted.length * (k + 1) / levels]);
            return between;
        }
    }

    /**
     * A number: the surface and normal noise; in lapses, any number that the surface may have.
     *
     * @param noise standard deviation, above 0
     * @param lapse probability of a lapse, from 0
     */
    record Measured(double noise, double lapse) implements Response {
        @Override
        public Responder of(Surface surface, ParameterSpace space) {
            double[] sorted = Pilot.sorted(surface, space);
            double lowest = sorted[0];
            double highest = sorted[sorted.length - 1];
            return new Responder() {
                @Override
                public double expected(double[] stimulus) {
                    return lapse * (lowest + highest) / 2 + (1 - lapse) * surface.at(stimulus);
                }

                @Override
                public double answer(List<double[]> stimuli, RandomGenerator chance) {
                    double error = noise * chance.nextGaussian();
                    double mean = chance.nextDouble() < lapse
                            ? lowest + (highest - lowest) * chance.nextDouble()
                            : surface.at(stimuli.get(0));
                    return mean + error;
                }
            };
        }
    }

    /** What a surface is like over the space. */
    final class Pilot {
        private static final int PLACES = 1000;

        private Pilot() {}

        static double[] sorted(Surface surface, ParameterSpace space) {
            Grid grid = new Grid(space);
            return grid.positions(PLACES).stream()
                    .mapToDouble(position -> surface.at(grid.numbers(grid.stimulus(position))))
                    .sorted()
                    .toArray();
        }
    }
}
