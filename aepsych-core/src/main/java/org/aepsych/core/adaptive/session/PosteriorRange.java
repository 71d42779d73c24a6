package org.aepsych.core.adaptive.session;

import java.util.List;
import org.aepsych.api.strategy.ModelQueries;
import org.aepsych.api.strategy.ModelQueries.Prediction;
import org.aepsych.core.adaptive.design.ExperimentDesign;

/** How far apart the probabilities are that a model predicts over the whole space. */
final class PosteriorRange {
    private static final int POINTS = 1000;

    private PosteriorRange() {}

    /**
     * Returns the range over 1000 evenly spread points.
     *
     * @param model the model
     * @param design the experiment
     * @return highest less lowest probability; 0 as long as the model predicts nothing
     */
    static double of(ModelQueries model, ExperimentDesign design) {
        List<Prediction> predictions = model.predict(SpaceCover.points(design.space(), POINTS));
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (Prediction prediction : predictions) {
            lowest = Math.min(lowest, prediction.probability());
            highest = Math.max(highest, prediction.probability());
        }
        return predictions.isEmpty() ? 0 : highest - lowest;
    }
}
