package org.aepsych.core.adaptive.simulation.study;

import java.util.List;
import java.util.Map;
import org.aepsych.api.strategy.ModelQueries.Prediction;
import org.aepsych.core.adaptive.simulation.observer.Grid;
import org.aepsych.core.adaptive.simulation.observer.Responder;

/** How well preferences are known: between any two stimuli, and of any one to that at the lower bounds. */
final class OrderYardstick implements Yardstick {
    /** Of which each is compared with each. */
    private static final int COMPARED = 200;

    private final double[] utilities;
    private final double[] preferred;

    OrderYardstick(Places places, Responder.Comparing observer) {
        utilities = places.truth(places.points(), observer);
        Grid grid = places.grid();
        double[] lowest = grid.lowest();
        preferred = places.points().stream()
                .mapToDouble(stimulus -> observer.preferred(grid.numbers(stimulus), lowest))
                .toArray();
    }

    @Override
    public void measure(Beliefs beliefs, Map<Metric, Double> out) {
        out.put(Metric.RMSE, Errors.rootMeanSquare(preferred, beliefs.predictions()));
        misordered(beliefs.predictions(), out);
    }

    private void misordered(List<Prediction> predictions, Map<Metric, Double> out) {
        double wrong = 0;
        int pairs = 0;
        int compared = Math.min(COMPARED, utilities.length);
        for (int i = 0; i < compared; i++) {
            for (int j = 0; j < i; j++) {
                double truth = Math.signum(utilities[i] - utilities[j]);
                double belief = Math.signum(
                        predictions.get(i).mean() - predictions.get(j).mean());
                if (truth != 0) {
                    wrong += (1 - truth * belief) / 2;
                    pairs++;
                }
            }
        }
        if (pairs > 0) {
            out.put(Metric.MISORDERED, wrong / pairs);
        }
    }
}
