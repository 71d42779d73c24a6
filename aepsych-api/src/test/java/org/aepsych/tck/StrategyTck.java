package org.aepsych.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.space.Value;
import org.aepsych.api.strategy.AskRequest;
import org.aepsych.api.strategy.ModelQueries;
import org.aepsych.api.strategy.Observation;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.api.strategy.Proposal;
import org.aepsych.api.strategy.Strategy;
import org.aepsych.api.strategy.StrategyFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The contract of a sampling strategy. Extend it in your plugin's tests and say which factory is meant; what the
 * strategy cannot do belongs into {@link #missing()}, and then the suite asserts that it refuses.
 */
public abstract class StrategyTck {
    private static final int ROUNDS = 8;
    private static final int FEW_ROUNDS = 4;

    /** What not every strategy can do. */
    public enum Capability {
        /** Sessions with different seeds get different presentations. */
        DIFFERS_BETWEEN_SESSIONS,
        /** A request for several points gets as many, as long as the strategy is not exhausted. */
        SEVERAL_POINTS,
        /** Parameters can be held at requested values; a strategy that cannot ignores the request. */
        HOLDS_PARAMETERS,
        /** Two stimuli can be compared; a strategy that cannot refuses the experiment. */
        COMPARES
    }

    /**
     * Returns the factory under test.
     *
     * @return a new factory
     */
    protected abstract StrategyFactory factory();

    /**
     * Returns the experiment to test with; override it to give options without fallback.
     *
     * @param stimuliPerTrial 1, or 2 to compare
     * @return an experiment with a parameter of every kind unless overridden
     */
    protected TckContext context(int stimuliPerTrial) {
        return TckContext.ofEveryKind().withStimuliPerTrial(stimuliPerTrial);
    }

    /**
     * Returns the experiment to test with, for other outcomes than one binary one; override it if these need options.
     *
     * @param stimuliPerTrial 1, or 2 to compare
     * @param types one for each outcome
     * @return {@link #context(int)} with these outcomes unless overridden
     */
    protected TckContext context(int stimuliPerTrial, List<OutcomeType> types) {
        return context(stimuliPerTrial).withOutcomeTypes(types.toArray(OutcomeType[]::new));
    }

    /**
     * Returns what the strategy cannot do.
     *
     * @return nothing by default
     */
    protected Set<Capability> missing() {
        return Set.of();
    }

    @Test
    void nameIsWellFormedAndAliasesAreOthers() {
        assertThat(factory().name()).matches("[a-z][a-z0-9-]*");
        assertThat(factory().aliases())
                .doesNotContain(factory().name())
                .allSatisfy(alias -> assertThat(alias).isNotBlank().doesNotContainAnyWhitespaces());
    }

    @Test
    void everyOptionExplainsItself() {
        assertThat(factory().configSchema().options())
                .allSatisfy(option -> assertThat(option.help()).isNotBlank().endsWith("."));
    }

    @Test
    void theSchemasFallbacksAreWhatHoldsWithoutOptions() {
        TckContext bare = context(1);
        TckContext spelledOut = bare;
        for (ConfigOption<?> option : factory().configSchema().options()) {
            if (bare.config().text(option.key()).isEmpty() && option.fallback().isPresent()) {
                spelledOut = spelledOut.withOption(
                        option.key(), option.fallback().get().toString());
            }
        }
        Trials trials = new Trials(bare.outcomeTypes());
        trials.run(factory().create(bare), 2);
        Trials same = new Trials(bare.outcomeTypes());
        same.run(factory().create(spelledOut), 2);
        assertThat(same.presentations()).isEqualTo(trials.presentations());
    }

    @Test
    void presentationsLieWithinTheSpace() {
        TckContext context = context(1);
        Trials trials = new Trials(context.outcomeTypes());
        trials.run(factory().create(context), ROUNDS);
        assertThat(trials.presentations())
                .isNotEmpty()
                .allSatisfy(shown -> SpaceAssertions.assertWithin(context.space(), shown, 1));
    }

    @Test
    void comparisonsShowTwoStimuliOrAreRefused() {
        TckContext context = context(2);
        if (missing().contains(Capability.COMPARES)) {
            assertThatExceptionOfType(ConfigException.class)
                    .isThrownBy(() -> factory().create(context));
            return;
        }
        Trials trials = new Trials(context.outcomeTypes());
        trials.run(factory().create(context), ROUNDS);
        assertThat(trials.presentations())
                .isNotEmpty()
                .allSatisfy(shown -> SpaceAssertions.assertWithin(context.space(), shown, 2));
    }

    @Test
    void theSameSeedGivesTheSamePresentations() {
        assertThat(presentations(context(1).withSeed(5)))
                .isEqualTo(presentations(context(1).withSeed(5)));
    }

    @Test
    void anotherSessionGetsOtherPresentations() {
        List<Presentation> here = presentations(context(1).withSeed(5));
        List<Presentation> there = presentations(context(1).withSeed(6));
        if (missing().contains(Capability.DIFFERS_BETWEEN_SESSIONS)) {
            assertThat(there).isEqualTo(here);
        } else {
            assertThat(there).isNotEqualTo(here);
        }
    }

    @Test
    void askingAgainGivesTheSameAnswerAndChangesNothing() {
        TckContext context = context(1);
        Strategy asksOnce = factory().create(context);
        Strategy asksOften = factory().create(context);
        Trials once = new Trials(context.outcomeTypes());
        Trials often = new Trials(context.outcomeTypes());
        for (int round = 0; round < ROUNDS; round++) {
            Proposal proposal = asksOften.ask(often.next());
            asksOften.ask(often.next(3, Map.of()));
            assertThat(asksOften.ask(often.next())).isEqualTo(proposal);
            once.run(asksOnce, 1);
            often.run(asksOften, 1);
        }
        assertThat(often.presentations()).isEqualTo(once.presentations());
    }

    @Test
    void strategiesOfOneFactoryDoNotInfluenceEachOther() {
        StrategyFactory factory = factory();
        TckContext context = context(1);
        Strategy alone = factory.create(context);
        Trials trials = new Trials(context.outcomeTypes());
        trials.run(factory.create(context), 2);
        assertThat(alone.ask(AskRequest.of(0)))
                .isEqualTo(factory().create(context).ask(AskRequest.of(0)));
    }

    @Test
    void aRestoredStrategyContinuesBitForBit() {
        TckContext context = context(1);
        Strategy live = factory().create(context);
        Trials trials = new Trials(context.outcomeTypes());
        for (int round = 0; round < ROUNDS; round++) {
            Record state = live.state();
            assertThat(factory().stateSchema().classes()).containsValue(state.getClass());
            Strategy restored = factory().restore(context, state);
            assertThat(restored.state()).isEqualTo(state);
            assertThat(restored.ask(trials.next())).isEqualTo(live.ask(trials.next()));
            assertThat(restored.exhausted()).isEqualTo(live.exhausted());
            trials.run(live, 1);
        }
    }

    @Test
    void theRecordFoldedGivesTheLiveStrategy() {
        TckContext context = context(1);
        Strategy live = factory().create(context);
        Trials trials = new Trials(context.outcomeTypes());
        for (int round = 0; round < ROUNDS; round++) {
            trials.run(live, 1);
            Strategy folded = factory().create(context);
            trials.fold(folded);
            assertThat(folded.state()).isEqualTo(live.state());
            assertThat(folded.ask(trials.next())).isEqualTo(live.ask(trials.next()));
        }
    }

    @TestFactory
    Stream<DynamicTest> everyKindOfOutcomeIsLearntFromOrRefused() {
        List<List<OutcomeType>> kinds = List.of(
                List.of(OutcomeType.BINARY),
                List.of(OutcomeType.CONTINUOUS),
                List.of(OutcomeType.ORDINAL),
                List.of(OutcomeType.BINARY, OutcomeType.CONTINUOUS),
                List.of(OutcomeType.ORDINAL, OutcomeType.BINARY));
        return kinds.stream()
                .flatMap(types -> Stream.of(1, 2)
                        .map(stimuli -> DynamicTest.dynamicTest(
                                types + ", stimuli in a trial: " + stimuli,
                                () -> isLearntFromOrRefused(context(stimuli, types)))));
    }

    private void isLearntFromOrRefused(TckContext context) {
        Strategy live;
        try {
            live = factory().create(context);
        } catch (ConfigException e) {
            assertThat(e.problems()).isNotEmpty();
            return;
        }
        Trials trials = new Trials(context.outcomeTypes());
        trials.run(live, FEW_ROUNDS);
        assertThat(trials.presentations())
                .allSatisfy(shown -> SpaceAssertions.assertWithin(context.space(), shown, context.stimuliPerTrial()));

        Trials again = new Trials(context.outcomeTypes());
        again.run(factory().create(context), FEW_ROUNDS);
        assertThat(again.presentations()).isEqualTo(trials.presentations());
        Strategy folded = factory().create(context);
        trials.fold(folded);
        assertThat(folded.state()).isEqualTo(live.state());
        Strategy restored = factory().restore(context, live.state());
        assertThat(restored.ask(trials.next())).isEqualTo(live.ask(trials.next()));
        if (live instanceof ModelQueries model) {
            predictsEveryOutcome(context, trials, model, (ModelQueries) restored);
        }
    }

    private static void predictsEveryOutcome(
            TckContext context, Trials trials, ModelQueries model, ModelQueries restored) {
        List<Stimulus> shown = trials.presentations().stream()
                .flatMap(presentation -> presentation.stimuli().stream())
                .toList();
        for (int outcome = 0; outcome < context.outcomeTypes().size(); outcome++) {
            List<ModelQueries.Prediction> predictions = model.predict(outcome, shown);
            assertThat(predictions).isEqualTo(restored.predict(outcome, shown)).allSatisfy(prediction -> {
                assertThat(prediction.mean()).isFinite();
                assertThat(prediction.variance()).isFinite().isNotNegative();
            });
        }
        // What no model is about is not predicted.
        assertThat(model.predict(context.outcomeTypes().size(), shown)).isEmpty();
    }

    @Test
    void aModelPredictsTheSameAfterARestart() {
        TckContext context = context(1);
        Strategy live = factory().create(context);
        Trials trials = new Trials(context.outcomeTypes());
        trials.run(live, ROUNDS);
        if (live instanceof ModelQueries model) {
            List<Stimulus> shown = trials.presentations().stream()
                    .flatMap(presentation -> presentation.stimuli().stream())
                    .toList();
            ModelQueries restored = (ModelQueries) factory().restore(context, live.state());
            assertThat(restored.predict(shown)).hasSize(shown.size()).isEqualTo(model.predict(shown));
            assertThat(restored.modelName()).isEqualTo(model.modelName());
            assertThat(restored.acquisitionName()).isEqualTo(model.acquisitionName());
        }
    }

    @Test
    void anAskWithoutAnswerIsFoldedToo() {
        TckContext context = context(1);
        Strategy live = factory().create(context);
        Trials trials = new Trials(context.outcomeTypes());
        trials.run(live, 3);
        AskRequest unanswered = trials.next();
        Proposal proposal = live.ask(unanswered);
        live.asked(unanswered, proposal);

        Strategy folded = factory().create(context);
        trials.fold(folded);
        folded.asked(unanswered, proposal);

        AskRequest next = AskRequest.of(unanswered.round() + 1);
        assertThat(folded.ask(next)).isEqualTo(live.ask(next));
    }

    @Test
    void aRequestForSeveralPointsGetsAtMostThat() {
        Strategy strategy = factory().create(context(1));
        Proposal proposal = strategy.ask(new AskRequest(0, 3, Map.of()));
        if (missing().contains(Capability.SEVERAL_POINTS)) {
            assertThat(proposal.presentations()).hasSize(1);
        } else {
            assertThat(proposal.presentations())
                    .hasSize(Math.min(3, strategy.limit().orElse(3)));
        }
    }

    @Test
    void aHeldParameterKeepsItsValue() {
        TckContext context = context(1);
        int colour = context.space().indexOf("colour");
        int contrast = context.space().indexOf("contrast");
        Map<String, Value> held = Map.of("colour", Value.of("green"), "contrast", Value.of(-0.3));
        Proposal proposal = factory().create(context).ask(new AskRequest(0, 1, held));
        if (missing().contains(Capability.HOLDS_PARAMETERS)) {
            assertThat(proposal).isEqualTo(factory().create(context).ask(AskRequest.of(0)));
            return;
        }
        assertThat(proposal.presentations()).isNotEmpty().allSatisfy(shown -> {
            SpaceAssertions.assertWithin(context.space(), shown, 1);
            assertThat(shown.stimuli().get(0).values().get(colour)).isEqualTo(Value.of("green"));
            assertThat(shown.stimuli().get(0).values().get(contrast)).isEqualTo(Value.of(-0.3));
        });
    }

    @Test
    void aParameterThatCannotBeHeldIsRefused() {
        if (missing().contains(Capability.HOLDS_PARAMETERS)) {
            return;
        }
        Strategy strategy = factory().create(context(1));
        List<Map<String, Value>> refused = List.of(
                Map.of("nosuch", Value.of(1)),
                Map.of("colour", Value.of("purple")),
                Map.of("contrast", Value.of("high")),
                Map.of("contrast", Value.of(99)));
        assertThat(refused)
                .allSatisfy(held -> assertThatExceptionOfType(AepsychException.class)
                        .isThrownBy(() -> strategy.ask(new AskRequest(0, 1, held)))
                        .extracting(AepsychException::code)
                        .isEqualTo(StandardError.INPUT_INVALID));
    }

    @Test
    void exhaustionNeverRevertsAndEndsThePresentations() {
        TckContext context = context(1);
        Strategy strategy = factory().create(context);
        Trials trials = new Trials(context.outcomeTypes());
        boolean exhausted = strategy.exhausted();
        for (int round = 0; round < ROUNDS; round++) {
            trials.run(strategy, 1);
            assertThat(strategy.exhausted()).isIn(true, exhausted);
            exhausted = strategy.exhausted();
        }
        if (strategy.limit().isPresent()) {
            trials.run(strategy, strategy.limit().getAsInt());
            assertThat(strategy.exhausted()).isTrue();
            assertThat(trials.presentations()).hasSize(strategy.limit().getAsInt());
            assertThat(strategy.ask(trials.next()).presentations()).isEmpty();
        }
    }

    @Test
    void whatWasNotProposedCanBeTold() {
        TckContext context = context(1);
        Strategy strategy = factory().create(context);
        Trials elsewhere = new Trials(context.outcomeTypes());
        elsewhere.run(factory().create(context.withSeed(77)), 2);
        elsewhere.presentations().forEach(shown -> strategy.tell(elsewhere.answer(shown)));
        assertThat(strategy.ask(AskRequest.of(0)).presentations())
                .allSatisfy(shown -> SpaceAssertions.assertWithin(context.space(), shown, 1));
    }

    @Test
    void nonFiniteOutcomesAreRefused() {
        Presentation shown = factory()
                .create(context(1))
                .ask(AskRequest.of(0))
                .presentations()
                .get(0);
        for (double outcome : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Observation(shown, List.of(outcome)));
        }
    }

    private List<Presentation> presentations(TckContext context) {
        Trials trials = new Trials(context.outcomeTypes());
        trials.run(factory().create(context), ROUNDS);
        return trials.presentations();
    }
}
