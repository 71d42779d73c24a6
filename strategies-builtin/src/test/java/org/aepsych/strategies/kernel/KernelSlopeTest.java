package org.aepsych.strategies.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KernelSlopeTest {
    private static final double H = 1e-4;
    private static final double[] HERE = {0.3, 0.8, 0.45, 0.1};
    private static final double[] THERE = {0.55, 0.2, 0.4, 0.75};

    static Stream<Arguments> kernels() {
        Kernel smooth = radial(Radial.Profile.SQUARED_EXPONENTIAL, 0, 1, 2, 3);
        Kernel matern = radial(Radial.Profile.MATERN, 0, 2);
        Kernel labels = new Overlap(new int[] {1}, new int[] {0}, new double[] {0.7});
        Kernel half = radial(Radial.Profile.SQUARED_EXPONENTIAL, 0, 1);
        return Stream.of(
                Arguments.of("squared exponential", smooth),
                Arguments.of("Matérn", matern),
                Arguments.of("linear", new Linear(2)),
                Arguments.of("scaled", new Scaled(2.5, -1, matern)),
                Arguments.of("sum", new Sum(smooth, new Linear(3))),
                Arguments.of("product", new Product(matern, new Sum(labels, new Linear(0)))),
                Arguments.of("pair", new PairDifference(half, 2)),
                Arguments.of(
                        "halves",
                        new HalvesDifference(
                                radial(Radial.Profile.SQUARED_EXPONENTIAL, 0),
                                radial(Radial.Profile.MATERN, 1, 2),
                                new int[] {0},
                                new int[] {3})),
                Arguments.of("slope and offset", new SlopeOffset(half, matern, 2, 0.3, 3)));
    }

    private static Kernel radial(Radial.Profile profile, int... dimensions) {
        double[] lengthscales = new double[dimensions.length];
        int[] indices = new int[dimensions.length];
        for (int d = 0; d < lengthscales.length; d++) {
            lengthscales[d] = 0.4 + 0.2 * d;
            indices[d] = -1;
        }
        return new Radial(profile, dimensions, new boolean[4], indices, lengthscales);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kernels")
    void slopesAreThoseOfFiniteDifferences(String name, Kernel kernel) {
        double[] slopes = new double[HERE.length];
        kernel.addSlope(HERE, 0, THERE, 0, 1.7, slopes);
        for (int j = 0; j < HERE.length; j++) {
            double slope = 1.7
                    * (8 * (at(kernel, j, H) - at(kernel, j, -H)) - (at(kernel, j, 2 * H) - at(kernel, j, -2 * H)))
                    / (12 * H);
            assertThat(slopes[j]).as("%s, coordinate %d", name, j).isCloseTo(slope, within(1e-9));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kernels")
    void aPlaceInTheMiddleOfAnArrayHasTheSameSlopes(String name, Kernel kernel) {
        double[] longer = {9, 9, HERE[0], HERE[1], HERE[2], HERE[3]};
        double[] expected = new double[HERE.length];
        double[] slopes = new double[longer.length];
        kernel.addSlope(HERE, 0, THERE, 0, 1, expected);
        if (!(kernel instanceof PairDifference)) {
            kernel.addSlope(longer, 2, THERE, 0, 1, slopes);
            assertThat(slopes).as(name).startsWith(0, 0).endsWith(expected);
        }
    }

    private static double at(Kernel kernel, int coordinate, double by) {
        double[] place = HERE.clone();
        place[coordinate] += by;
        return kernel.between(place, THERE);
    }
}
