package org.aepsych.core.adaptive.simulation.problem;

/** The modified Hartmann function of X. Lyu, M. Binois and M. Ludkovski (2021). */
final class Hartmann {
    private static final double[] WEIGHTS = {0.2, 0.22, 0.28, 0.3};
    private static final double[][] SHARPNESS = {
        {8, 3, 10, 3.5, 1.7, 6},
        {0.5, 8, 10, 1, 6, 9},
        {3, 3.5, 1.7, 8, 10, 6},
        {10, 6, 0.5, 8, 1, 9}
    };
    private static final double[][] CENTRES = {
        {0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886},
        {0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991},
        {0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650},
        {0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381}
    };

    private Hartmann() {}

    static double at(double[] x) {
        double sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            double distance = 0;
            for (int j = 0; j < x.length; j++) {
                double difference = x[j] - CENTRES[i][j];
                distance += SHARPNESS[i][j] * difference * difference;
            }
            sum += WEIGHTS[i] * Math.exp(-distance);
        }
        return -10 * (sum - 0.1);
    }
}
