package org.aepsych.core.adaptive.simulation.curve;

import java.util.ArrayList;
import java.util.List;
import org.aepsych.core.adaptive.simulation.curve.Curve.Point;
import org.aepsych.core.adaptive.simulation.study.Metric;

/**
 * Published learning curves: Brier scores of level sets, means of 300 sessions, read from the vector figures of B.
 * Letham, P. Guan, C. Tymms, E. Bakshy and M. Shvartsman, Look-ahead acquisition functions for Bernoulli level set
 * estimation (AISTATS 2022).
 */
public final class Published {
    private static final int[] LOW = {20, 50, 100, 150, 200, 250, 300, 400, 490};
    private static final int[] HIGH = {50, 100, 150, 200, 250, 300, 400, 500, 740};

    private static final List<Curve> BRIER = List.of(
            low("GlobalMI", .108, .0850, .0568, .0411, .0347, .0304, .0275, .0251, .0226),
            low("EAVC", .1025, .0862, .0585, .0445, .0345, .0291, .0254, .0209, .0180),
            low("MCLevelSetEstimation", .101, .0698, .0455, .0345, .0277, .0231, .0206, .0172, .0155),
            low("LocalMI", .1128, .0657, .0427, .0327, .0292, .0255, .0226, .0187, .0166),
            low("GlobalSUR", .100, .0773, .0498, .0345, .0274, .0243, .0221, .0186, .0168),
            low("ApproxGlobalSUR", .100, .0652, .0420, .0326, .0279, .0243, .0237, .0217, .0190),
            low("sobol", .1035, .0822, .0675, .0630, .0559, .0518, .0461, .0450, .0425),
            high("hartmann-6d", "GlobalMI", .4530, .3603, .2864, .2522, .2326, .2167, .2003, .1884, .1704),
            high("hartmann-6d", "EAVC", .4655, .3768, .3088, .2663, .2463, .2261, .2042, .1871, .1690),
            high("hartmann-6d", "MCLevelSetEstimation", .394, .3347, .2882, .2706, .2551, .247, .2247, .2141, .1895),
            high("hartmann-6d", "sobol", .3952, .3369, .2874, .2613, .2484, .2393, .2191, .2060, .1925),
            high("discrimination-8d", "GlobalMI", .4366, .3911, .3159, .2631, .2330, .2095, .1760, .1565, .1393),
            high("discrimination-8d", "EAVC", .4533, .4293, .3795, .3206, .2738, .2450, .1976, .1683, .1362),
            high(
                    "discrimination-8d",
                    "MCLevelSetEstimation",
                    .4033,
                    .3605,
                    .3399,
                    .3550,
                    .3585,
                    .3204,
                    .2728,
                    .2466,
                    .2145),
            high("discrimination-8d", "sobol", .4047, .3495, .2890, .2547, .2340, .2170, .1991, .1874, .1646));

    private Published() {}

    /**
     * Returns the published curves of a problem.
     *
     * @param problem its name
     * @param metric what they show
     * @return none if there are none
     */
    public static List<Curve> of(String problem, Metric metric) {
        return metric == Metric.BRIER
                ? BRIER.stream()
                        .filter(curve -> curve.problem().equals(problem))
                        .toList()
                : List.of();
    }

    private static Curve low(String strategy, double... values) {
        return curve("discrimination-2d", strategy, LOW, values);
    }

    private static Curve high(String problem, String strategy, double... values) {
        return curve(problem, strategy, HIGH, values);
    }

    private static Curve curve(String problem, String strategy, int[] trials, double... values) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            points.add(new Point(trials[i], values[i], Double.NaN));
        }
        return new Curve(problem, strategy, true, points);
    }
}
