package org.aepsych.strategies.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.aepsych.api.AepsychException;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.space.Value;
import org.aepsych.api.strategy.ModelQueries;
import org.aepsych.api.strategy.ModelQueries.Difference;
import org.aepsych.api.strategy.ModelQueries.Estimate;
import org.aepsych.api.strategy.ModelQueries.Line;
import org.aepsych.api.strategy.Observation;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.api.strategy.Strategy;
import org.aepsych.strategies.math.Normal;
import org.aepsych.tck.TckContext;
import org.junit.jupiter.api.Test;

/** Thresholds and differences along a parameter, after the responses of an observer who is known. */
class LineQuestionsTest {
    private static final ParameterSpace SPACE = new ParameterSpace(List.of(
            new Parameter.Categorical("colour", List.of("red", "green")),
            new Parameter.Continuous("contrast", 0, 10, false, true)));

    private static final double SLOPE = 1;

    @Test
    void thresholdsLieWithinTheirIntervalsAndDependOnTheOtherParameters() {
        ModelQueries model = told(240);
        for (String colour : List.of("red", "green")) {
            Estimate threshold = model.threshold(new Line(at(colour, 0), "contrast", 0, 0.95), 0.75)
                    .orElseThrow();
            assertThat(threshold.lower()).isLessThan(threshold.value());
            assertThat(threshold.upper()).isGreaterThan(threshold.value());
            assertThat(threshold.value()).isCloseTo(truth(colour), within(0.7));
            assertThat(truth(colour)).isBetween(threshold.lower(), threshold.upper());
        }
    }

    @Test
    void moreTrialsAndLessCredibilityMakeIntervalsNarrower() {
        Estimate few = told(60).threshold(new Line(at("red", 0), "contrast", 0, 0.95), 0.75)
                .orElseThrow();
        Estimate many = told(240)
                .threshold(new Line(at("red", 0), "contrast", 0, 0.95), 0.75)
                .orElseThrow();
        Estimate loose = told(240)
                .threshold(new Line(at("red", 0), "contrast", 0, 0.5), 0.75)
                .orElseThrow();
        assertThat(width(many)).isLessThan(width(few));
        assertThat(width(loose)).isLessThan(width(many));
        assertThat(loose.value()).isEqualTo(many.value());
    }

    @Test
    void aThresholdThatIsNowhereIsAtTheNearerBound() {
        assertThat(told(240)
                        .threshold(new Line(at("red", 0), "contrast", 0, 0.95), 1e-9)
                        .orElseThrow())
                .isEqualTo(new Estimate(0, 0, 0));
    }

    @Test
    void aDifferenceIsWhatRaisesTheLatentFunctionByOne() {
        ModelQueries model = told(240);
        Estimate difference = model.noticeableDifference(new Line(at("red", 3), "contrast", 0, 0.95), Difference.STEP)
                .orElseThrow();
        assertThat(difference.value()).isCloseTo(1 / SLOPE, within(0.6));
        assertThat(1 / SLOPE).isBetween(difference.lower(), difference.upper());
        assertThat(model.noticeableDifference(new Line(at("red", 10), "contrast", 0, 0.95), Difference.STEP)
                        .orElseThrow()
                        .value())
                .isInfinite();
    }

    @Test
    void aDifferenceBySlopeIsThatOfAStepWhereTheFunctionIsStraight() {
        ModelQueries model = told(240);
        Line line = new Line(at("red", 3), "contrast", 0, 0.95);
        Estimate slope = model.noticeableDifference(line, Difference.TAYLOR).orElseThrow();
        assertThat(slope.value()).isCloseTo(1 / SLOPE, within(0.6));
        assertThat(1 / SLOPE).isBetween(slope.lower(), slope.upper());
        assertThat(model.noticeableDifference(new Line(at("red", 10), "contrast", 0, 0.95), Difference.TAYLOR)
                        .orElseThrow()
                        .value())
                .isFinite();
    }

    @Test
    void whatIsNoLineIsRefused() {
        ModelQueries model = told(60);
        for (String parameter : List.of("colour", "nosuch")) {
            assertThatExceptionOfType(AepsychException.class)
                    .isThrownBy(() -> model.threshold(new Line(at("red", 0), parameter, 0, 0.95), 0.75))
                    .withMessageContaining("parameter");
        }
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> model.threshold(new Line(at("red", 0), "contrast", 0, 0.95), 1.5))
                .withMessageContaining("target");
    }

    @Test
    void withoutTrialsThereIsNoAnswer() {
        ModelQueries model = (ModelQueries) new OptimizeAcqfFactory().create(TckContext.of(SPACE));
        assertThat(model.threshold(new Line(at("red", 0), "contrast", 0, 0.95), 0.75))
                .isEmpty();
        assertThat(model.noticeableDifference(new Line(at("red", 0), "contrast", 0, 0.95), Difference.STEP))
                .isEmpty();
    }

    @Test
    void severalOutcomesArePredictedOneByOne() {
        Strategy strategy = new IndependentFactory()
                .create(TckContext.of(SPACE)
                        .withOutcomeTypes(OutcomeType.BINARY, OutcomeType.CONTINUOUS)
                        .withOption("models", "[GPClassificationModel, GPRegressionModel]"));
        for (int i = 0; i < 20; i++) {
            double x = i / 2.0;
            strategy.tell(new Observation(Presentation.of(at("red", x)), List.of(x > 5 ? 1.0 : 0.0, 100 + 3 * x)));
        }
        ModelQueries model = (ModelQueries) strategy;
        assertThat(model.predict(1, List.of(at("red", 5))).get(0).mean()).isCloseTo(115, within(2.0));
        assertThat(model.predict(0, List.of(at("red", 9)))).isEqualTo(model.predict(List.of(at("red", 9))));
        assertThat(model.predict(2, List.of(at("red", 5)))).isEmpty();
        assertThat(model.threshold(new Line(at("red", 0), "contrast", 1, 0.95), 115)
                        .orElseThrow()
                        .value())
                .isCloseTo(5, within(0.5));
        assertThat(model.noticeableDifference(new Line(at("red", 5), "contrast", 1, 0.95), Difference.TAYLOR)
                        .orElseThrow()
                        .value())
                .isPositive();
        assertThat(model.threshold(new Line(at("red", 0), "contrast", 2, 0.95), 115))
                .isEmpty();
    }

    private static double width(Estimate estimate) {
        return estimate.upper() - estimate.lower();
    }

    private static Stimulus at(String colour, double contrast) {
        return new Stimulus(List.of(Value.of(colour), Value.of(contrast)));
    }

    private static double truth(String colour) {
        return colour.equals("red") ? 4 : 6;
    }

    private static ModelQueries told(int trials) {
        Strategy strategy = new OptimizeAcqfFactory().create(TckContext.of(SPACE));
        for (int i = 0; i < trials; i++) {
            String colour = i % 2 == 0 ? "red" : "green";
            double x = 10 * ((i / 2.0 * 0.618034) % 1);
            double p = Normal.cdf(SLOPE * (x - truth(colour)) + Normal.quantile(0.75));
            boolean yes = (i * 0.754877) % 1 < p;
            strategy.tell(new Observation(Presentation.of(at(colour, x)), List.of(yes ? 1.0 : 0.0)));
        }
        return (ModelQueries) strategy;
    }
}
