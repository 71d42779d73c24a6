package org.aepsych.strategies.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.aepsych.api.AepsychException;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.space.Value;
import org.aepsych.api.strategy.AskRequest;
import org.aepsych.api.strategy.ModelQueries;
import org.aepsych.api.strategy.Observation;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.api.strategy.Proposal;
import org.aepsych.api.strategy.Strategy;
import org.aepsych.strategies.math.Normal;
import org.aepsych.tck.TckContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelBasedStrategyTest {
    private static final ParameterSpace CONTRAST =
            new ParameterSpace(List.of(new Parameter.Continuous("contrast", -3, 3, false, true)));

    /** Where the simulated observer says yes with probability 0.75. */
    private static final double THRESHOLD = 0.8;

    @ParameterizedTest
    @ValueSource(strings = {"EAVC", "GlobalMI", "MCLevelSetEstimation", "LocalMI"})
    void aSimulatedObserversThresholdIsRecovered(String acquisition) {
        TckContext context = TckContext.of(CONTRAST)
                .withOption("acqf", acquisition)
                .withOption("samps", "100")
                .withOption("query_set_size", "100");
        ModelBasedStrategy strategy = (ModelBasedStrategy) new OptimizeAcqfFactory().create(context);
        RandomGenerator observer = RandomGeneratorFactory.of("L64X128MixRandom").create(21);
        int near = 0;
        for (int round = 0; round < 50; round++) {
            AskRequest request = AskRequest.of(round);
            Proposal proposal = strategy.ask(request);
            strategy.asked(request, proposal);
            double x = contrast(proposal);
            near += Math.abs(x - THRESHOLD) < 1 ? 1 : 0;
            strategy.tell(answer(x, observer.nextDouble() < truth(x)));
        }
        assertThat(threshold(strategy)).isCloseTo(THRESHOLD, within(0.4));
        // Uniform stimuli would be there in a third of the trials.
        assertThat(near).isGreaterThan(25);
    }

    @Test
    void searchesFromScratchAndFromTheFitBeforeAgree() {
        Strategy often = strategyAfterTrials("refit_every", "1");
        Strategy seldom = strategyAfterTrials("refit_every", "4");
        List<Double> memory = seldom.ask(AskRequest.of(0)).memory();
        assertThat(often.ask(AskRequest.of(0)).memory()).isEqualTo(memory);

        for (Strategy strategy : List.of(often, seldom)) {
            AskRequest request = AskRequest.of(0);
            strategy.asked(request, strategy.ask(request));
            strategy.tell(answer(0.7, true));
        }
        List<Double> cold = often.ask(AskRequest.of(1)).memory();
        List<Double> warm = seldom.ask(AskRequest.of(1)).memory();
        for (int i = 0; i < warm.size(); i++) {
            assertThat(warm.get(i)).isCloseTo(cold.get(i), within(0.5));
        }
    }

    @Test
    void withoutNewTrialsTheFitOfTheLatestAskStands() {
        Strategy strategy = strategyAfterTrials("refit_every", "1");
        AskRequest first = AskRequest.of(0);
        Proposal proposal = strategy.ask(first);
        strategy.asked(first, proposal);
        Proposal next = strategy.ask(AskRequest.of(1));
        assertThat(next.memory()).isEqualTo(proposal.memory());
        assertThat(next.presentations()).isNotEqualTo(proposal.presentations());
    }

    @Test
    void onlyTheMostRecentTrialsCountIfSoConfigured() {
        Strategy forgets = strategyAfterTrials("keep_most_recent", "3");
        Strategy remembers = new OptimizeAcqfFactory().create(TckContext.of(CONTRAST));
        remembers.tell(answer(-0.9, false));
        remembers.tell(answer(1.5, true));
        remembers.tell(answer(2.5, true));
        assertThat(forgets.ask(AskRequest.of(0))).isEqualTo(remembers.ask(AskRequest.of(0)));
    }

    @Test
    void predictionsFollowTheResponses() {
        ModelQueries model = (ModelQueries) strategyAfterTrials("refit_every", "1");
        List<ModelQueries.Prediction> predictions =
                model.predict(List.of(Stimulus.of(-2.5), Stimulus.of(0), Stimulus.of(2.5)));
        assertThat(predictions).extracting(ModelQueries.Prediction::probability).isSorted();
        assertThat(predictions.get(0).probability()).isLessThan(0.3);
        assertThat(predictions.get(2).probability()).isGreaterThan(0.7);
        assertThat(predictions).allSatisfy(p -> {
            assertThat(p.variance()).isPositive();
            assertThat(p.probability()).isCloseTo(Normal.cdf(p.mean() / Math.sqrt(1 + p.variance())), within(1e-12));
        });
        assertThat(model.modelName()).contains("GPClassificationModel");
        assertThat(model.acquisitionName()).contains("EAVC");
    }

    @Test
    void beforeAnyTrialThereIsNothingToPredict() {
        ModelQueries model = (ModelQueries) new OptimizeAcqfFactory().create(TckContext.of(CONTRAST));
        assertThat(model.predict(List.of(Stimulus.of(0)))).isEmpty();
    }

    @Test
    void withTimeEnoughTheTimeGivenForASearchDoesNotChangeTheAnswer() {
        assertThat(strategyAfterTrials("max_gen_time", "1000").ask(AskRequest.of(0)))
                .isEqualTo(strategyAfterTrials("refit_every", "1").ask(AskRequest.of(0)));
    }

    @Test
    void aSearchWithoutTimeStillProposes() {
        Proposal hurried = strategyAfterTrials("max_gen_time", "0.000001").ask(AskRequest.of(0));
        Proposal unhurried = strategyAfterTrials("refit_every", "1").ask(AskRequest.of(0));
        assertThat(hurried.presentations()).hasSize(1);
        assertThat(hurried.memory()).isEqualTo(unhurried.memory());
    }

    @Test
    void outcomesOtherThanZeroAndOneAreRefused() {
        Strategy strategy = new OptimizeAcqfFactory().create(TckContext.of(CONTRAST));
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> strategy.tell(new Observation(Presentation.of(Stimulus.of(0)), List.of(0.5))))
                .withMessage("a binary outcome is 0 or 1, but is 0.5");
    }

    @ParameterizedTest
    @CsvSource({
        "model, GPClassificationModle, did you mean GPClassificationModel?",
        "acqf, EACV, did you mean EAVC?",
        "restarts, 0, a whole number from 1",
        "samps, many, a whole number from 1",
        "max_gen_time, -1, a number above 0",
        "refit_every, 0, a whole number from 1",
        "keep_most_recent, 0, a whole number from 1"
    })
    void unusableOptionsAreNamedWithWhatIsAllowed(String option, String text, String allowed) {
        TckContext context = TckContext.of(CONTRAST).withOption(option, text);
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> new OptimizeAcqfFactory().create(context))
                .withMessageContaining("[strategy] " + option + ": ")
                .withMessageContaining(allowed);
    }

    @Test
    void experimentsThatTheModelDoesNotFitAreRefused() {
        ParameterSpace nothingFree = new ParameterSpace(List.of(new Parameter.Fixed("distance", Value.of(57))));
        for (TckContext context : List.of(
                TckContext.of(CONTRAST).withOutcomeTypes(OutcomeType.CONTINUOUS),
                TckContext.of(CONTRAST).withOutcomeTypes(OutcomeType.BINARY, OutcomeType.BINARY),
                TckContext.of(CONTRAST).withStimuliPerTrial(2),
                TckContext.of(nothingFree))) {
            assertThatExceptionOfType(ConfigException.class)
                    .isThrownBy(() ->
                            new OptimizeAcqfFactory().create(context.withOption("model", "GPClassificationModel")));
        }
    }

    private static Strategy strategyAfterTrials(String option, String text) {
        Strategy strategy =
                new OptimizeAcqfFactory().create(TckContext.of(CONTRAST).withOption(option, text));
        strategy.tell(answer(-2.5, false));
        strategy.tell(answer(-1.5, false));
        strategy.tell(answer(0.5, true));
        strategy.tell(answer(-0.9, false));
        strategy.tell(answer(1.5, true));
        strategy.tell(answer(2.5, true));
        return strategy;
    }

    private static Observation answer(double x, boolean yes) {
        return new Observation(Presentation.of(Stimulus.of(x)), List.of(yes ? 1.0 : 0.0));
    }

    private static double truth(double x) {
        return Normal.cdf((x - THRESHOLD) / 0.4 + Normal.quantile(0.75));
    }

    private static double contrast(Proposal proposal) {
        Value value = proposal.presentations().get(0).stimuli().get(0).values().get(0);
        return ((Value.Numeric) value).value();
    }

    /** Where the predicted probability first reaches 0.75. */
    private static double threshold(ModelQueries model) {
        for (double x = -3; x < 3; x += 0.01) {
            if (model.predict(List.of(Stimulus.of(x))).get(0).probability() >= 0.75) {
                return x;
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
