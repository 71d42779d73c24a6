package org.aepsych.core.adaptive.simulation.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.random.RandomGeneratorFactory;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.strategy.ModelQueries;
import org.aepsych.api.strategy.ModelQueries.Prediction;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.core.adaptive.simulation.observer.Landscape;
import org.aepsych.core.adaptive.simulation.observer.Psychometric;
import org.aepsych.core.adaptive.simulation.observer.Responder;
import org.aepsych.core.adaptive.simulation.observer.Response;
import org.aepsych.core.adaptive.simulation.study.Question.Goal;
import org.junit.jupiter.api.Test;

/** Who knows everything makes no error, and who believes the contrary the largest. */
class YardstickTest {
    private static final ParameterSpace SPACE = new ParameterSpace(List.of(
            new Parameter.Continuous("bass", -10, 10, false, true),
            new Parameter.Continuous("treble", -10, 10, false, true)));
    private static final Places PLACES =
            new Places(SPACE, RandomGeneratorFactory.of("L64X128MixRandom").create(1));

    private static Responder responder(Response response) {
        return response.of(new Landscape.Peak(6).inSession(SPACE, 4), SPACE);
    }

    /** Measures the errors of who believes so many times the truth. */
    private static Map<Metric, Double> errors(
            Responder observer, OutcomeType type, double share, Goal first, Goal... others) {
        Question question =
                new Question("outcome", type, EnumSet.of(first, others), OptionalDouble.empty(), OptionalInt.empty());
        List<Prediction> believed = PLACES.points().stream()
                .map(stimulus -> PLACES.grid().numbers(stimulus))
                .map(stimulus -> new Prediction(
                        share * observer.expected(stimulus),
                        1,
                        observer instanceof Responder.Comparing comparing
                                ? comparing.preferred(stimulus, PLACES.grid().lowest())
                                : share * observer.expected(stimulus)))
                .toList();
        Map<Metric, Double> errors = new EnumMap<>(Metric.class);
        Yardstick.of(question, PLACES, observer).measure(new Beliefs(new Nothing(), 0, believed), errors);
        return errors;
    }

    @Test
    void whoKnowsTheUtilityKnowsEveryOrderAndTheBest() {
        Responder observer = responder(new Response.Choice(Psychometric.NORMAL, 0.02));

        assertThat(errors(observer, OutcomeType.BINARY, 1, Goal.ORDER, Goal.BEST))
                .containsEntry(Metric.MISORDERED, 0.0)
                .containsEntry(Metric.RMSE, 0.0)
                .containsEntry(Metric.SHORTFALL, 0.0);
        assertThat(errors(observer, OutcomeType.BINARY, -1, Goal.ORDER)).containsEntry(Metric.MISORDERED, 1.0);
        // Who believes that all are equal is right by chance.
        assertThat(errors(observer, OutcomeType.BINARY, 0, Goal.ORDER)).containsEntry(Metric.MISORDERED, 0.5);
    }

    @Test
    void theErrorOfOutcomesIsInTheirUnitsAndAShareOfTheirRange() {
        Responder observer = responder(new Response.Measured(1, 0));

        assertThat(errors(observer, OutcomeType.CONTINUOUS, 1, Goal.OUTCOME, Goal.BEST))
                .containsEntry(Metric.OUTCOME_ERROR, 0.0)
                .containsEntry(Metric.RELATIVE_ERROR, 0.0)
                .containsEntry(Metric.SHORTFALL, 0.0);
        Map<Metric, Double> contrary = errors(observer, OutcomeType.CONTINUOUS, -1, Goal.OUTCOME, Goal.BEST);
        double square = PLACES.points().stream()
                .mapToDouble(stimulus -> observer.expected(PLACES.grid().numbers(stimulus)))
                .map(value -> 4 * value * value)
                .average()
                .orElseThrow();
        assertThat(contrary.get(Metric.OUTCOME_ERROR)).isCloseTo(Math.sqrt(square), within(1e-9));
        assertThat(contrary).containsEntry(Metric.SHORTFALL, 1.0);
    }

    @Test
    void ratingsHaveNoErrorOfProbabilities() {
        assertThat(errors(responder(new Response.Rating(5, List.of(), 0.1)), OutcomeType.ORDINAL, 1, Goal.OUTCOME))
                .containsOnlyKeys(Metric.OUTCOME_ERROR, Metric.RELATIVE_ERROR);
    }

    /** A model that need not be asked. */
    private static final class Nothing implements ModelQueries {
        @Override
        public Optional<String> modelName() {
            return Optional.empty();
        }

        @Override
        public Optional<String> acquisitionName() {
            return Optional.empty();
        }

        @Override
        public List<Prediction> predict(List<Stimulus> stimuli) {
            return List.of();
        }
    }
}
