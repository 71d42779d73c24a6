package org.aepsych.core.adaptive.simulation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aepsych.api.strategy.ModelQueries.Prediction;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.core.adaptive.simulation.observer.Responder;

/** Compares what a model believes about an outcome with what is true. Immutable, thread-safe. */
@FunctionalInterface
interface Yardstick {
    /**
     * Measures.
     *
     * @param beliefs of a model that has observed something
     * @param out to which the errors are added
     */
    void measure(Beliefs beliefs, Map<Metric, Double> out);

    /**
     * Returns what measures how well a question is answered.
     *
     * @param question the question
     * @param places where to look
     * @param observer who knows the answer
     * @return all errors, one after the other
     */
    static Yardstick of(Question question, Places places, Responder observer) {
        List<Yardstick> all = new ArrayList<>();
        boolean compared = question.goals().contains(Question.Goal.ORDER);
        double[] truth = places.truth(places.points(), observer);
        for (Question.Goal goal : Question.Goal.values()) {
            if (question.goals().contains(goal)) {
                all.add(
                        switch (goal) {
                            case THRESHOLD -> new ThresholdYardstick(question, places, observer);
                            case OUTCOME -> new OutcomeYardstick(truth);
                            case ORDER -> new OrderYardstick(places, (Responder.Comparing) observer);
                            case BEST ->
                                new BestYardstick(truth, compared ? Prediction::mean : Prediction::probability);
                        });
            }
        }
        if (question.type() == OutcomeType.BINARY && !compared) {
            all.add((beliefs, out) -> out.put(Metric.RMSE, Errors.rootMeanSquare(truth, beliefs.predictions())));
        }
        return (beliefs, out) -> all.forEach(yardstick -> yardstick.measure(beliefs, out));
    }
}
