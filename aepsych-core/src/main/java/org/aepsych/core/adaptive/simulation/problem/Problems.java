package org.aepsych.core.adaptive.simulation.problem;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.aepsych.core.adaptive.simulation.observer.Probit;
import org.aepsych.core.adaptive.simulation.problem.Problem.Dimension;

/**
 * The benchmark problems of the literature: B. Letham, P. Guan, C. Tymms, E. Bakshy and M. Shvartsman, Look-ahead
 * acquisition functions for Bernoulli level set estimation (AISTATS 2022), and L. Owen, J. Browder, B. Letham, G. Stocek,
 * C. Tymms and M. Shvartsman, Adaptive nonparametric psychophysics (2021).
 */
public final class Problems {
    private static final List<Problem> ALL = List.of(
            new Problem(
                    "discrimination-2d",
                    "novel discrimination, 2 dimensions, threshold at 75 %",
                    List.of(Problem.box(-1, 1, "context", "intensity")),
                    x -> Probit.of(2 * (x[1] + 1) / noveltyScale(x[0])),
                    0.75,
                    OptionalInt.of(1)),
            new Problem(
                    "detection-2d",
                    "novel detection, 2 dimensions, threshold at 75 %",
                    List.of(Problem.box(-1, 1, "context", "intensity")),
                    x -> Probit.of(4 * (x[1] + 1) / noveltyScale(x[0]) - 4),
                    0.75,
                    OptionalInt.of(1)),
            new Problem(
                    "hartmann-6d",
                    "binary Hartmann function, 6 dimensions, level set at 50 %",
                    List.of(Problem.box(0, 1, "x1", "x2", "x3", "x4", "x5", "x6")),
                    x -> Probit.of(3 * Hartmann.at(x) - 2),
                    0.5,
                    OptionalInt.empty()),
            new Problem(
                    "discrimination-8d",
                    "discrimination, 8 dimensions, threshold at 75 %",
                    List.of(
                            new Dimension("amplitude", -1, 1),
                            new Dimension("frequency", -1, 1),
                            new Dimension("vscale", 0.5, 1.5),
                            new Dimension("vshift", 0.05, 0.15),
                            new Dimension("variance", 0.05, 0.2),
                            new Dimension("asymmetry", 0, 0.9),
                            new Dimension("phase", 0, 1.57),
                            new Dimension("period", 0.5, 2)),
                    Problems::discrimination,
                    0.75,
                    OptionalInt.of(0)),
            Audiogram.problem("audiogram-normal", "the audiogram of an older normal ear", Audiogram.OLDER_NORMAL),
            Audiogram.problem("audiogram-sensory", "an audiogram with sensory loss", Audiogram.SENSORY),
            Audiogram.problem("audiogram-metabolic", "an audiogram with metabolic loss", Audiogram.METABOLIC),
            Audiogram.problem("audiogram-both", "an audiogram with metabolic and sensory loss", Audiogram.BOTH));

    private Problems() {}

    /**
     * Returns the problems.
     *
     * @return all of them
     */
    public static List<Problem> all() {
        return ALL;
    }

    /**
     * Finds a problem.
     *
     * @param name of the problem
     * @return the problem, or empty if there is none of that name
     */
    public static Optional<Problem> named(String name) {
        return ALL.stream().filter(problem -> problem.name().equals(name)).findFirst();
    }

    private static double noveltyScale(double context) {
        double wave = 0.2 * context - 1;
        return 2 * (0.05 + 0.4 * wave * wave * context * context);
    }

    private static double discrimination(double[] x) {
        double w = 0.6 * Math.PI * x[7] * x[1];
        double first = -0.5 * x[2] * Math.cos(w + x[6]) + 0.5 * x[2] + x[3];
        double second = -x[5] * Math.sin(w / 2 + x[6]) + 2 - x[5];
        double context = first * second - 1;
        double z = (x[0] - context) / (x[4] * (2 + context));
        return Math.max(0.5, Math.min(1 - 1e-5, 0.5 + 0.5 * Probit.of(z)));
    }
}
