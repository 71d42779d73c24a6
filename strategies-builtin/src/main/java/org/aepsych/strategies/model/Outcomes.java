package org.aepsych.strategies.model;

import java.util.ArrayList;
import java.util.List;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.strategy.ModelQueries.Prediction;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.strategies.gp.Posterior;
import org.aepsych.strategies.gp.PosteriorPoint;
import org.aepsych.strategies.space.PresentationCube;

/** What outcomes may be, and how beliefs about them are told. */
public final class Outcomes {
    private static final double ROOT_TWO = StrictMath.sqrt(2);

    private final List<OutcomeType> types;
    private final ChosenModel model;

    /**
     * Outcomes of an experiment.
     *
     * @param types one for each outcome
     * @param model of them
     */
    public Outcomes(List<OutcomeType> types, ChosenModel model) {
        this.types = List.copyOf(types);
        this.model = model;
    }

    /**
     * Checks what came of a trial.
     *
     * @param outcomes one number for each
     * @throws AepsychException {@link StandardError#INPUT_INVALID} if one is not of its type
     */
    public void check(List<Double> outcomes) {
        if (outcomes.size() != types.size()) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "a trial has " + types.size() + " outcomes, but there are " + outcomes.size());
        }
        for (int i = 0; i < types.size(); i++) {
            double outcome = outcomes.get(i);
            if (types.get(i) == OutcomeType.BINARY && outcome != 0 && outcome != 1) {
                throw new AepsychException(
                        StandardError.INPUT_INVALID, "a binary outcome is 0 or 1, but is " + outcome);
            }
            if (types.get(i) == OutcomeType.ORDINAL) {
                checkLevel(outcome, model.outcomes().get(i).levels());
            }
        }
    }

    private static void checkLevel(double outcome, int levels) {
        if (outcome != Math.rint(outcome) || outcome < 0 || outcome >= levels) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "an ordinal outcome is a whole number from 0 to " + (levels - 1) + " (n_levels is " + levels
                            + "), but is " + outcome);
        }
    }

    /**
     * Tells what is believed about stimuli. Where stimuli are compared, utilities are relative to that at the lower bounds
     * of all parameters, and the probability is that of being preferred to it.
     *
     * @param posterior of the outcome
     * @param cube of whole presentations
     * @param places the stimuli as models see them
     * @return one prediction each
     */
    public List<Prediction> predict(Posterior posterior, PresentationCube cube, double[][] places) {
        PosteriorPoint point = posterior.newPoint();
        List<Prediction> predictions = new ArrayList<>(places.length);
        for (double[] place : places) {
            if (cube.stimuli() == 1) {
                point.move(place);
                predictions.add(new Prediction(point.mean(), point.variance(), point.probability()));
            } else {
                point.move(cube.againstLowest(place));
                predictions.add(new Prediction(ROOT_TWO * point.mean(), 2 * point.variance(), point.probability()));
            }
        }
        return predictions;
    }
}
